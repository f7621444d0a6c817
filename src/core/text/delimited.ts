/**
 * Values between delimiters or in quotes, as Advanced Logging, spreadsheets and CSV tools write
 * them: a quote inside quotes is doubled (RFC 4180, section 2).
 */
import { type Cell, cell, indexWithin, isBlank, trim } from './cells.ts';

/** The characters between values that spreadsheets, tools and Markdown tables write. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Values without an empty first and last one, as outside the outer bars of a Markdown table. */
export function withoutOuter(cells: readonly Cell[]): Cell[] {
  const from = cells[0]?.value === '' ? 1 : 0;
  return cells.slice(from, cells.at(-1)?.value === '' ? -1 : undefined);
}

/** Like `splitRuns`, but a value that opens with a quote goes on to the quote that closes it. */
export function splitQuoted(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let closes = true;
  for (let at = start; at < end;) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (at >= end) break;
    // Where one quote is not closed, none after it is.
    const close: number = closes && text[at] === '"' ? closingQuote(text, at, end, isBlank) : -1;
    closes &&= close > 0 || text[at] !== '"';
    if (close > 0) {
      cells.push(cell(text, at + 1, close));
      at = close + 1;
      continue;
    }
    let next = at;
    while (next < end && !isBlank(text.charCodeAt(next))) next++;
    cells.push(cell(text, at, next));
    at = next;
  }
  return cells;
}

/** Values between a delimiter (`,` `;` `|` or a tab), quoted or not, without spaces around them. */
export function splitDelimited(
  text: string,
  start: number,
  end: number,
  delimiter: string,
): Cell[] {
  const code = delimiter.charCodeAt(0);
  const isEnd = (c: number) => c === code || isBlank(c);
  const cells: Cell[] = [];
  let closes = true;
  for (let at = start; at <= end;) {
    let open = at;
    while (open < end && text.charCodeAt(open) !== code && isBlank(text.charCodeAt(open))) open++;
    const close: number = closes && text[open] === '"' ? closingQuote(text, open, end, isEnd) : -1;
    closes &&= close > 0 || text[open] !== '"';
    const next = indexWithin(text, delimiter, close > 0 ? close : at, end);
    if (close > 0) cells.push(cell(text, open + 1, close));
    else {
      const inner = trim(text, at, next);
      cells.push(cell(text, inner.start, inner.end));
    }
    at = next + 1;
  }
  return cells;
}

/** Parts that a value may be torn into by commas of its own. */
const TORN = 4;

/**
 * Values between commas, put together again where a comma was the value's own and nobody quoted it:
 * IIS writes `(KHTML,+like+Gecko)`, others `(KHTML, like Gecko)`.
 */
export function mendCommas(text: string, cells: readonly Cell[]): readonly Cell[] {
  const mended: Cell[] = [];
  for (let i = 0; i < cells.length; i++) {
    const first = cells[i];
    if (!first) break;
    let last = i;
    while (cells[last + 1]?.value.startsWith('+')) last++;
    if (depth(text.slice(first.start, cells[last]?.end)) > 0) {
      const close = cells
        .slice(i, i + TORN)
        .findIndex(({ end }) => depth(text.slice(first.start, end)) === 0);
      last = Math.max(last, i + close);
    }
    mended.push(last === i ? first : cell(text, first.start, cells[last]?.end ?? first.end));
    i = last;
  }
  return mended.length === cells.length ? cells : mended;
}

/** Brackets that are open at the end. */
const depth = (value: string): number => value.split('(').length - value.split(')').length;

/** Offset of the quote that closes the one at `open`; -1 when the quote is a character like any. */
function closingQuote(
  text: string,
  open: number,
  end: number,
  follows: (code: number) => boolean,
): number {
  for (let at = open + 1; at < end; at++) {
    at = indexWithin(text, '"', at, end);
    if (at >= end) return -1;
    if (text[at + 1] === '"' && at + 1 < end) {
      at++;
      continue;
    }
    if (at + 1 >= end || follows(text.charCodeAt(at + 1))) return at;
  }
  return -1;
}
