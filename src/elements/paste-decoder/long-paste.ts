/**
 * Text that is too long for the paste area, as a file: a text area would take seconds to lay it out.
 * It is taken from the clipboard before the browser puts it in, and encoded piece by piece, so that
 * nothing waits for it.
 */
import { isTooLong } from './case-pieces.ts';
import { nextTask } from './next-task.ts';

/** UTF-16 code units encoded at a time: a few milliseconds. */
const STEP = 500_000;
/** Marks the bytes as UTF-8; whatever the text begins with, it is no archive and no program. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Calls `take` with every long text that is pasted or dropped into the area, which gets none of it.
 * `isInstead`: it takes the place of what is in there.
 */
export function watchLongPastes(
  area: HTMLTextAreaElement,
  take: (text: string, isInstead: boolean) => void,
): void {
  area.addEventListener('paste', (event) => {
    const text = longTextIn(event.clipboardData);
    if (text === undefined) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value, readOnly } = area;
    const isAll = value !== '' && selectionEnd - selectionStart === value.length;
    take(text, readOnly || isAll);
  });
  area.addEventListener('drop', (event) => {
    const data = event.dataTransfer;
    const text = data?.types.includes('Files') ? undefined : longTextIn(data);
    if (text === undefined) return;
    event.preventDefault();
    take(text, area.readOnly);
  });
}

function longTextIn(data: DataTransfer | null): string | undefined {
  const text = data?.getData('text') ?? '';
  return isTooLong(text.length) ? text : undefined;
}

/** The text as a file in UTF-8. */
export async function fileOf(text: string): Promise<File> {
  const parts: BlobPart[] = [BYTE_ORDER_MARK];
  for (let from = 0; from < text.length;) {
    await nextTask();
    const to = from + STEP + (isLowSurrogate(text, from + STEP) ? 1 : 0);
    parts.push(new Blob([text.slice(from, to)]));
    from = to;
  }
  return new File(parts, 'pasted text', { type: 'text/plain' });
}

/** Would a cut here part a character? */
function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
