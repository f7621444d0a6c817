/** Saves a text as a file; nothing leaves the computer. */
import { h } from './dom.ts';

export function save(text: BlobPart, file: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h('a', { href: url, download: file }).click();
  // The browser has taken the file over when this task is done.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  });
}
