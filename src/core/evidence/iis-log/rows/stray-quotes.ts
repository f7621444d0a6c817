/**
 * What is left at the ends of a row that stood in a string or in code: a quote before its date,
 * `6437";` at its end. Quotes around the date and time, or around every value, are taken off as well.
 */
import type { Cell } from '../../../text/cells.ts';

const QUOTES = /["'`\u2018\u2019\u201c\u201d]/g;
const WHOLE = /^["'`\u2018\u201c].*["'`\u2019\u201d]$/s;
const OPENS = /^\\?["'`\u2018\u201c]/;
/** What closes a string, and what code and prose write behind it. */
const CLOSES = /\\?["'`\u2019\u201d][;,.)\]}]{0,3}$/;
/** Behind a number even without a quote. */
const MARKED = /^(-?\d{1,12})[;,.)\]}]{1,3}$/;

const CLOCK_CLOSED = /^\d{1,2}:\d\d[\d:.,]{0,20}["'`\u2019\u201d]$/;

/** Does the row begin or end with a quote that has no other in its value, or end in `6437;`? */
export function hasStray(cells: readonly Cell[]): boolean {
  const first = cells[0]?.value ?? '';
  const last = cells.at(-1)?.value ?? '';
  return (
    (!isPlain(first.charCodeAt(0)) && OPENS.test(first) && quotesIn(first) === 1) ||
    (!isPlain(last.charCodeAt(last.length - 1)) &&
      (MARKED.test(last) || (CLOSES.test(last) && quotesIn(last) === 1)))
  );
}

/** The values without such quotes and marks. */
export function withoutQuotes(cells: readonly Cell[]): readonly Cell[] {
  const isNeeded =
    hasStray(cells) || cells.some(({ value }) => OPENS.test(value) || CLOCK_CLOSED.test(value));
  return isNeeded ? cells.map((cell, i) => bare(cell, i === cells.length - 1)) : cells;
}

function bare(cell: Cell, isLast: boolean): Cell {
  const { value } = cell;
  const quotes = quotesIn(value);
  if (quotes === 2 && WHOLE.test(value)) return part(cell, 1, value.length - 1);
  if (quotes === 1) {
    const opened = OPENS.exec(value)?.[0].length ?? 0;
    if (opened > 0) return part(cell, opened, value.length);
    // Inside a row only the quote behind a date and time: others are the value's own, as in `id=1'`.
    const closes = isLast || CLOCK_CLOSED.test(value) ? CLOSES.exec(value) : undefined;
    return part(cell, 0, closes?.index ?? value.length);
  }
  const number = isLast ? MARKED.exec(value)?.[1] : undefined;
  return number === undefined ? cell : part(cell, 0, number.length);
}

const quotesIn = (value: string): number => value.match(QUOTES)?.length ?? 0;

const part = ({ value, start }: Cell, from: number, to: number): Cell => ({
  ...{ value: value.slice(from, to), start: start + from, end: start + to },
});

/** Letters, digits, `-` and `/`: how nearly every row begins and ends. */
const isPlain = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2d ||
  code === 0x2f ||
  ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
