/** Comments between the values of an array in source code. */

/** Characters of one comment, at most. */
const COMMENT = 400;

/** Behind the comment in C's, C++'s or a shell's style that starts at `at`; `at` when none does. */
export function commentEnd(text: string, at: number): number {
  const first = text[at];
  const limit = at + COMMENT;
  if (first === '#') return lineEnd(text, at, limit);
  if (first !== '/') return at;
  if (text[at + 1] === '/') return lineEnd(text, at, limit);
  if (text[at + 1] !== '*') return at;
  const close = text.slice(at, limit).indexOf('*/', 2);
  return close < 0 ? at : at + close + 2;
}

function lineEnd(text: string, at: number, limit: number): number {
  const end = text.slice(at, limit).indexOf('\n');
  return end < 0 ? Math.min(limit, text.length) : at + end;
}
