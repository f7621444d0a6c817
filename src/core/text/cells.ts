/**
 * A row cut into its values, each with its place in the text.
 *
 * IIS puts one space between values and never quotes; `delimited.ts` is for those who do.
 */
export interface Cell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The range of a text as a value. */
export const cell = (text: string, start: number, end: number): Cell => ({
  value: text.slice(start, end),
  start,
  end,
});

/** The range without spaces, tabs and no-break spaces at its ends. */
export function trim(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Is this a space, a tab, a line break, or a space of another width? */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff;
}

/**
 * Like `indexOf`, but looks no further than `end`, and gives `end` when there is none. A search
 * through the rest of a text for each of its rows would cost the square of its length.
 */
export function indexWithin(text: string, character: string, start: number, end: number): number {
  const code = character.charCodeAt(0);
  let at = start;
  while (at < end && text.charCodeAt(at) !== code) at++;
  return at;
}

/** Values between single spaces; two spaces in a row hold an empty one. */
export function splitSingle(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at <= end;) {
    const next = indexWithin(text, ' ', at, end);
    cells.push(cell(text, at, next));
    at = next + 1;
  }
  return cells;
}

/** Values between runs of spaces and tabs. */
export function splitRuns(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at < end;) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    let next = at;
    while (next < end && !isBlank(text.charCodeAt(next))) next++;
    if (next > at) cells.push(cell(text, at, next));
    at = next;
  }
  return cells;
}

const LINK = /^\[([^\]]+)\]\([^)]*\)$/;
const MARKS = /^[*`]{1,3}(?=[\w-])|[*`]{1,3}$/g;

/** A value without what a chat or editor wrapped around it: Markdown links, bold, code. */
export function unwrap(value: Cell): Cell {
  const link = LINK.exec(value.value);
  if (link?.[1]) {
    return { value: link[1], start: value.start + 1, end: value.start + 1 + link[1].length };
  }
  const inner = value.value.replace(MARKS, '');
  if (inner === value.value || inner === '') return value;
  const start = value.start + value.value.indexOf(inner);
  return { value: inner, start, end: start + inner.length };
}

/** Values with a status written as `401.2` taken apart, as people write it and IIS does not. */
export function splitStatus(cells: readonly Cell[]): Cell[] {
  return cells.flatMap((whole) => {
    const found = /^([1-5]\d\d)\.(\d{1,3})$/.exec(whole.value);
    if (!found?.[1] || !found[2]) return [whole];
    const cut = whole.start + 3;
    return [
      { value: found[1], start: whole.start, end: cut },
      { value: found[2], start: cut + 1, end: whole.end },
    ];
  });
}
