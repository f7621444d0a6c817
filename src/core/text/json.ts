/**
 * The named values of JSON, in the order of the text and each with its place: whole documents, one
 * object per line, or a piece cut out anywhere. Nothing is required to match: a log viewer's window
 * rarely shows a whole document.
 *
 * JSON may stand inside a string of JSON, as Azure writes `"properties": "{\"ScStatus\":401}"`. Its
 * quotes carry one backslash more, then three: 2^n - 1 on level n (RFC 8259, section 7).
 */
export type JsonToken =
  | { readonly kind: 'open'; readonly list: boolean; readonly name: string }
  | { readonly kind: 'close'; readonly list: boolean }
  | {
      readonly kind: 'pair';
      readonly name: string;
      readonly value: string;
      readonly start: number;
      readonly end: number;
    };

const MARK = /[{}[\],"]/g;
const KEY_END = /\s{0,99}:\s{0,999}/y;
const SCALAR = /[\w.+-]{1,99}/y;
/** Strings inside strings inside strings; Azure Monitor's exports have two levels. */
const LEVELS = 3;

/** Walks through the text once; with `nested` 0, what is in a string stays a string. */
export function* jsonTokens(text: string, nested = LEVELS): Generator<JsonToken> {
  const levels: number[] = [];
  let name = '';
  for (let at = 0; ;) {
    MARK.lastIndex = at;
    const found = MARK.exec(text);
    if (!found) return;
    const [mark] = found;
    const from = at;
    at = found.index + mark.length;
    if (mark !== '"') {
      if (mark === '{' || mark === '[') yield { kind: 'open', list: mark === '[', name };
      else if (mark !== ',') yield { kind: 'close', list: mark === ']' };
      const scalar = mark === '[' && name !== '' ? after(SCALAR, text, at) : undefined;
      if (scalar !== undefined) yield pair(name, scalar, at, at + scalar.length);
      // A list's first value stands for the list.
      if (mark !== '[' || scalar !== undefined) name = '';
      continue;
    }
    const slashes = slashesBefore(text, found.index, from);
    if (levels.at(-1) === slashes) {
      levels.pop();
      continue;
    }
    if (/^\s{0,9}(?:\[\s{0,9})?\{/.test(text.slice(at, at + 20)) && levels.length < nested) {
      levels.push(slashes);
      continue;
    }
    const close = endOfString(text, at, slashes);
    const value = text.slice(at, close - slashes);
    const key = after(KEY_END, text, close + 1);
    if (key === undefined) {
      if (name !== '') yield pair(name, unescape(value, slashes), at, close - slashes);
      name = '';
      at = close + 1;
      continue;
    }
    name = value;
    at = close + 1 + key.length;
    const scalar = after(SCALAR, text, at);
    if (scalar === undefined) continue;
    yield pair(name, scalar, at, at + scalar.length);
    name = '';
    at += scalar.length;
  }
}

const pair = (name: string, value: string, start: number, end: number): JsonToken => ({
  ...{ kind: 'pair', name, value, start, end },
});

/** Offset of the quote that ends a string, or of the line's end when it is cut off. */
function endOfString(text: string, from: number, slashes: number): number {
  for (let at = from; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length + slashes;
    const before = slashesBefore(text, at, from);
    if (before % (2 * (slashes + 1)) === slashes) return at;
  }
}

/** Backslashes just before `at`, as far back as `from`. */
function slashesBefore(text: string, at: number, from: number): number {
  let before = 0;
  while (at - before > from && text[at - before - 1] === '\\') before++;
  return before;
}

function after(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The string that stands for itself inside as many strings as its quotes say. */
function unescape(value: string, slashes: number): string {
  let text = value;
  for (let left = slashes; text.includes('\\'); left = (left - 1) / 2) {
    text = text.replace(/\\u([0-9a-f]{4})|\\(.)/gi, (_, hex: string | undefined, letter: string) =>
      hex === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(parseInt(hex, 16)),
    );
    if (left < 1) break;
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
