/**
 * Finds how far a base64 text goes that starts at a known place, over whatever a mail program, a
 * terminal, a trace viewer or a programmer put between its pieces, and no further: a token cut in the
 * middle is often followed by words, and most words are valid base64.
 */
import { TOKEN_TEXT } from '../limits.ts';
import { isBase64Digit } from './base64.ts';
import { isInvisible, mayEscape, unescapeAt } from './escapes.ts';
import { joinEnd } from './joins.ts';

const EQUALS = 0x3d;

interface Word {
  end: number;
  digits: number;
  padded: boolean;
  /** An `=` at the end of the line stands behind it: padding, or quoted-printable's soft break. */
  soft: boolean;
}

/** True for the `=` that ends a line of quoted-printable, or pads. */
function isAtLineEnd(text: string, at: number): boolean {
  let next = at + 1;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return text[next] === '\n' || (text[next] === '\r' && text[next + 1] === '\n');
}

/** Digits and padding from `start` without a gap. */
function wordAt(text: string, start: number, limit: number): Word {
  let end = start;
  let digits = 0;
  let padded = false;
  for (let at = start; at < limit;) {
    let code = text.charCodeAt(at);
    let width = 1;
    if (mayEscape(code)) ({ code, width } = unescapeAt(text, at));
    if (code === EQUALS && digits > 0) {
      if (width === 1 && !padded && isAtLineEnd(text, at)) {
        return { end, digits, padded, soft: true };
      }
      padded = true;
    } else if (isBase64Digit(code) && !padded) digits++;
    else if (!isInvisible(code)) break;
    at += width;
    if (!isInvisible(code)) end = at;
  }
  return { end, digits, padded, soft: false };
}

/** What may stand behind a word of base64: white space, a quote, a comma, a bracket or the end. */
const AFTER_WORD = /[\s"'`,;)\]}<|\\%=&^\0\u00ad\u200b-\u200d\u2060\ufeff]/;

/** Words that no prose has: long ones, mixed with digits or signs, or with capitals inside. */
const UNLIKE_PROSE =
  /^(?:.{24,}|(?=.*[0-9+/])(?=.*[A-Za-z]).{4,}|.*[a-z][A-Z].*|[A-Za-z0-9+/]+=+)$/;

/** Capitals inside are all that sets it apart, as in names of programs: `PowerShell`, `Invoke-WebRequest`. */
const LIKE_NAME = /^[A-Za-z-]{1,23}$/;
/** The rule above a heading, in the alphabet of base64url. */
const RULE = /^-{8}/;
/** The sentence goes on behind it. */
const IN_SENTENCE = /^[ \t]{1,4}[^\s"'`]/;

/** Letters of a continuation looked at when judging it. */
const JUDGED = 80;

/**
 * Digits the token needs by the length it announces; Infinity when it does not, or does not yet. It
 * is asked again after each further word, as long as there are no more than `TELLING` digits.
 */
export type Wanted = (start: number, end: number) => number;

/** Digits by which every message has told its length: an NTLM type 3 has its buffers in 60 bytes. */
const TELLING = 160;

/** True when the word belongs to the token: it completes it, is as long as the first, or no prose. */
function belongs(text: string, start: number, word: Word, first: Word, missing: number): boolean {
  const follower = text[word.end];
  if (follower !== undefined && !AFTER_WORD.test(follower)) return false;
  if (word.digits === missing || word.digits === first.digits) return true;
  const judged = text.slice(start, Math.min(word.end, start + JUDGED));
  if (RULE.test(judged)) return false;
  if (LIKE_NAME.test(judged) && IN_SENTENCE.test(text.slice(word.end, word.end + 5))) return false;
  return UNLIKE_PROSE.test(judged);
}

/**
 * Where the base64 that starts at `start` ends. `wanted` tells from what is there how many digits
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
  let { end, digits, padded, soft } = first;
  let needed = wanted(start, end);
  for (;;) {
    if (soft && isPadding(digits, needed)) return end + 1;
    if (padded || digits >= needed || end >= limit) return end;
    const next = joinEnd(text, end, limit);
    if (next === end || next >= limit) return end;
    const word = wordAt(text, next, limit);
    if (word.digits === 0 || !belongs(text, next, word, first, needed - digits)) return end;
    ({ end, padded, soft } = word);
    digits += word.digits;
    if (needed === Infinity && digits <= TELLING) needed = wanted(start, end);
  }
}

/** One `=` at the end of a line pads where it can, unless digits are still missing. */
function isPadding(digits: number, needed: number): boolean {
  return digits % 4 === 3 && (needed === Infinity || digits >= needed);
}
