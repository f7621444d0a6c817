/** What is pasted or dropped beside every field of the page is evidence, too. */

/** Takes what came in. */
export interface Takers {
  text(text: string): void;
  files(files: readonly File[]): void;
}

export function watchPage(take: Takers): void {
  document.addEventListener('paste', (event) => {
    const data = event.clipboardData;
    if (!data || event.defaultPrevented || isField(event.target) || isElsewhere()) return;
    const text = data.getData('text/plain');
    if (text.trim() === '' && data.files.length === 0) return;
    event.preventDefault();
    if (text.trim() === '') take.files([...data.files]);
    else take.text(text);
  });
  // A file that is dropped beside the decoder would replace the page.
  for (const type of ['dragover', 'drop'] as const) {
    addEventListener(type, (event) => {
      const data = event.dataTransfer;
      if (!data || event.defaultPrevented) return;
      const hasFiles = data.types.includes('Files');
      if (!hasFiles && (isField(event.target) || !data.types.includes('text/plain'))) return;
      event.preventDefault();
      if (type !== 'drop') return;
      if (hasFiles) take.files([...data.files]);
      else take.text(data.getData('text/plain'));
    });
  }
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** Does a dialog have the page's attention? */
function isElsewhere(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
