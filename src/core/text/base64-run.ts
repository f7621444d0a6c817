/**
 * Finds how far a base64 text goes that starts at a known place, over the line breaks and blanks a
 * mail program, a terminal or a trace viewer put into it, and no further: a token cut in the middle
 * is often followed by words, and most words are valid base64.
 */
import { TOKEN_TEXT } from '../limits.ts';
import { isBase64Digit } from './base64.ts';
import { unescapeAt } from './escapes.ts';

const EQUALS = 0x3d;

interface Word {
  end: number;
  digits: number;
  padded: boolean;
}

/** Digits and padding from `start` without a gap. */
function wordAt(text: string, start: number, limit: number): Word {
  let end = start;
  let digits = 0;
  let padded = false;
  while (end < limit) {
    let code = text.charCodeAt(end);
    let width = 1;
    if (code === 0x25 || code === 0x5c) ({ code, width } = unescapeAt(text, end));
    if (code === EQUALS && digits > 0) padded = true;
    else if (isBase64Digit(code) && !padded) digits++;
    else break;
    end += width;
  }
  return { end, digits, padded };
}

/** First character after white space, escaped white space included. */
function afterBlanks(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const { code, width } = unescapeAt(text, at);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) break;
    at += width;
  }
  return at;
}

/** What may stand behind a word of base64: white space, a quote, a comma, a bracket or the end. */
const AFTER_WORD = /[\s"'`,;)\]}<|]/;

/** Words that no prose has: long ones, mixed with digits or signs, or with capitals inside. */
const UNLIKE_PROSE =
  /^(?:.{24,}|(?=.*[0-9+/])(?=.*[A-Za-z]).{4,}|.*[a-z][A-Z].*|[A-Za-z0-9+/]+=+)$/;

/** Letters of a continuation looked at when judging it. */
const JUDGED = 80;

/** Digits the token needs by the length it announces; Infinity when it does not. */
export type Wanted = (start: number, end: number) => number;

/**
 * Where the base64 that starts at `start` ends. `wanted` tells from the first word how many digits
 * the whole has, so that nothing is added to a token that is complete. No more than `longest`
 * characters are looked at.
 */
export function base64RunEnd(
  text: string,
  start: number,
  wanted: Wanted,
  longest = TOKEN_TEXT,
): number {
  const limit = Math.min(text.length, start + longest);
  const first = wordAt(text, start, limit);
  let { end, digits, padded } = first;
  const needed = wanted(start, end);
  while (!padded && digits < needed && end < limit) {
    const next = afterBlanks(text, end, limit);
    if (next === end || next >= limit) break;
    const word = wordAt(text, next, limit);
    if (word.digits === 0) break;
    const follower = text[word.end];
    const escaped = follower === '\\' || follower === '%';
    if (follower !== undefined && !escaped && !AFTER_WORD.test(follower)) break;
    const completes = digits + word.digits === needed;
    const regular = word.digits === first.digits;
    const judged = text.slice(next, Math.min(word.end, next + JUDGED));
    if (!completes && !regular && !UNLIKE_PROSE.test(judged)) break;
    end = word.end;
    digits += word.digits;
    padded = word.padded;
  }
  return end;
}
