/** In place of `elements/late-styles.ts`: every style sheet lies in the file, and is switched on. */

/** Switched on by what was opened on a page, by the path of the page. */
const late = new Map<string, Set<string>>();
let shown: { path: string; styles: readonly string[] } = { path: '', styles: [] };

/** Uses the style sheets of a page, and those that were added while it was shown before. */
export function useStyles(path: string, styles: readonly string[]): void {
  shown = { path, styles };
  apply();
}

/** Adds style sheets to the page that is shown. */
export function addStyles(...names: readonly string[]): Promise<void> {
  const own = late.get(shown.path) ?? new Set();
  late.set(shown.path, own);
  for (const name of names) own.add(name);
  apply();
  return Promise.resolve();
}

function apply(): void {
  const used = new Set([...shown.styles, ...(late.get(shown.path) ?? [])]);
  // What belongs to all pages, as the search does.
  for (const name of late.get('') ?? []) used.add(name);
  for (const sheet of document.querySelectorAll<HTMLStyleElement>('style[data-sheet]')) {
    sheet.media = used.has(sheet.dataset.sheet ?? '') ? 'all' : 'not all';
  }
}
