/** Style sheets that a page needs only after somebody did something. */
import { h } from './dom.ts';

/** Adds the sheets; ends when each has come, or could not: without them text can still be read. */
export async function addStyles(...urls: readonly string[]): Promise<void> {
  const links = urls.map((href) => h('link', { rel: 'stylesheet', href }));
  const loaded = links.map(
    (link) =>
      new Promise<void>((resolve) => {
        for (const type of ['load', 'error']) {
          link.addEventListener(type, () => {
            resolve();
          });
        }
      }),
  );
  document.head.append(...links);
  await Promise.all(loaded);
}
