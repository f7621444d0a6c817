/** What can happen to a text between a screen and a paste, and what a stranger can do to it. */

/** A whole number from 0 to `below` - 1. */
export type Next = (below: number) => number;

export type Mutation = (text: string, next: Next) => string;

/** Two places of a text, the smaller first. */
function range(text: string, next: Next, most = text.length): [start: number, end: number] {
  const start = next(text.length + 1);
  return [start, Math.min(start + next(most + 1), text.length)];
}

function spliced(text: string, at: number, end: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(end);
}

function pick<T>(list: readonly T[], next: Next, otherwise: T): T {
  return list[next(list.length)] ?? otherwise;
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

const cutEnd: Mutation = (text, next) => text.slice(0, next(text.length + 1));
const cutStart: Mutation = (text, next) => text.slice(next(text.length + 1));

const leaveOut: Mutation = (text, next) => {
  const [start, end] = range(text, next, 200);
  return spliced(text, start, end, '');
};

const doubleLine: Mutation = (text, next) => {
  const lines = linesOf(text);
  const at = next(lines.length);
  return lines.toSpliced(at, 0, lines[at] ?? '').join('');
};

const swapLines: Mutation = (text, next) => {
  const lines = linesOf(text);
  const from = next(lines.length);
  const [line = ''] = lines.splice(from, 1);
  return lines.toSpliced(next(lines.length + 1), 0, line).join('');
};

const swapPieces: Mutation = (text, next) => {
  const [start, end] = range(text, next, 300);
  const piece = text.slice(start, end);
  const rest = spliced(text, start, end, '');
  const at = next(rest.length + 1);
  return spliced(rest, at, at, piece);
};

const repeatFragment: Mutation = (text, next) => {
  const [start, end] = range(text, next, 120);
  return spliced(text, start, end, text.slice(start, end).repeat(1 + next(60)));
};

const randomBytes: Mutation = (text, next) => {
  const at = next(text.length + 1);
  const bytes = Array.from({ length: 1 + next(12) }, () => String.fromCharCode(next(256)));
  return spliced(text, at, at + next(4), bytes.join(''));
};

/** Characters that a shell, a page or a terminal would act on, and those that count in a format. */
const TELLING = [
  ...['"', "'", '`', '$(', '&', '|', ';', '%', '<', '>', '<!--', ']]>', '&#', '\\', '^', '!'],
  ...['#', '#0>', ':', ',', '\t', '@', '=', '//', '{', '[', '(', '0x', '-', 'CN=', '\r', '\n\n'],
];

const tellingCharacters: Mutation = (text, next) => {
  const at = next(text.length + 1);
  const pieces = Array.from({ length: 1 + next(4) }, () => pick(TELLING, next, ''));
  return spliced(text, at, at + next(2), pieces.join(''));
};

const WIDE = ['\u0130', '\u212a', '\ufb00', '\u00df', '\u0301', '\u202e', '\u200b', '\u00a0'];
const HALVES = ['\ud800', '\udc00', '\u{1f600}', '\u{10ffff}', '\ufeff', '\u2028', '\uffff'];

const wideCharacters: Mutation = (text, next) => {
  const [start, end] = range(text, next, 40);
  if (next(2) === 0) return spliced(text, start, start, pick([...WIDE, ...HALVES], next, ''));
  // The same letters as East Asian keyboards write them.
  const wide = text
    .slice(start, end)
    .replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  return spliced(text, start, end, wide);
};

const controls: Mutation = (text, next) => {
  const [start, end] = range(text, next, 60);
  if (next(2) === 0) return spliced(text, start, start, String.fromCharCode(next(32)));
  // UTF-16 that was read as one byte a character.
  return spliced(text, start, end, text.slice(start, end).replace(/./gs, '$&\0'));
};

const hugeNumber: Mutation = (text, next) =>
  text.replace(/\d+/g, (digits) => (next(20) === 0 ? digits.repeat(1 + next(40)) : digits));

const otherLineEnds: Mutation = (text, next) =>
  text.replace(/\r?\n/g, pick(['\r\n', '\r', '\n\n', '\n> ', ' ', '\n\t'], next, '\n'));

export const MUTATIONS: readonly Mutation[] = [
  ...[cutEnd, cutStart, leaveOut, doubleLine, swapLines, swapPieces, repeatFragment, randomBytes],
  ...[tellingCharacters, wideCharacters, controls, hugeNumber, otherLineEnds],
];

/** The text after one to five mutations. */
export function mutated(text: string, next: Next): string {
  let result = text;
  for (let left = 1 + next(5); left > 0; left--) {
    result = (MUTATIONS[next(MUTATIONS.length)] ?? cutEnd)(result, next);
  }
  return result;
}
