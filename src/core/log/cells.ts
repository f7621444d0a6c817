/**
 * A row cut into its values, each with its place in the text.
 *
 * IIS puts one space between values and never quotes. Other writers do: Advanced Logging and CSV
 * tools double a quote inside quotes (RFC 4180, section 2).
 */
export interface Cell {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const cell = (text: string, start: number, end: number): Cell => ({
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

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0xfeff;
}

/** Values between single spaces; two spaces in a row hold an empty one. */
export function splitSingle(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at <= end;) {
    let next = text.indexOf(' ', at);
    if (next < 0 || next > end) next = end;
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
    let next = text.indexOf(delimiter, close > 0 ? close : at);
    if (next < 0 || next > end) next = end;
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
    at = text.indexOf('"', at);
    if (at < 0 || at >= end) return -1;
    if (text[at + 1] === '"' && at + 1 < end) {
      at++;
      continue;
    }
    if (at + 1 >= end || follows(text.charCodeAt(at + 1))) return at;
  }
  return -1;
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
