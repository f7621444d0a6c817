/** A text with some of its pieces replaced, and the way back to the places of the original. */
import type { Span } from '../facts/span.ts';
import { numbersUpTo } from './count-up-to.ts';

export interface Replaced {
  readonly text: string;
  /** The range of the original text. */
  readonly original: (start: number, end: number) => Span;
}

/** `text` with each match of `pattern`, which has the flag `g`, replaced by what it means. */
export function replaced(
  text: string,
  pattern: RegExp,
  meant: (found: string) => string,
): Replaced {
  // Where pieces of the result begin, and where the same pieces begin in the original.
  const inResult = [0];
  const inText = [0];
  let result = '';
  let from = 0;
  const begin = (at: number) => {
    inResult.push(result.length);
    inText.push(at);
  };
  for (const { 0: found, index } of text.matchAll(pattern)) {
    result += text.slice(from, index);
    from = index + found.length;
    begin(index);
    result += meant(found);
    begin(from);
  }
  result += text.slice(from);
  const place = (at: number) => {
    const part = Math.max(0, numbersUpTo(inResult, at) - 1);
    // A replacement may be longer than what it stands for.
    const end = inText[part + 1] ?? text.length;
    return Math.min((inText[part] ?? 0) + at - (inResult[part] ?? 0), end);
  };
  return { text: result, original: (start, end) => ({ start: place(start), end: place(end) }) };
}
