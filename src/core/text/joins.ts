/**
 * What stands between two pieces of one text that was wrapped or taken apart: line breaks and blanks,
 * the marks of quoted mail, the soft line break of quoted-printable (RFC 2045 6.7), the offsets of
 * `curl --trace-ascii`, and the end of one string literal and the start of the next in C#,
 * JavaScript, Python, C, PHP, Visual Basic or a shell.
 */
import { isInvisible, mayEscape, unescapeAt } from './escapes.ts';

/** Characters between two pieces, at most: a deep indentation twice, with an operator. */
const JOIN = 240;

/** `"`, then `+`, `.`, `&`, `\` or nothing, then `"` with the prefix of its language. */
const STRINGS =
  /^["'`]\s{0,120}(?:\+|\|\||\.{1,2}|&|\\|&[ \t]{0,8}_|\\?\r?\n)?\s{0,120}(?:[@$bBrRfFuUL]{0,2})["'`]/;
/** Offset of a line in `curl --trace-ascii`. */
const OFFSET = /^[0-9a-f]{4,8}: /;
/** The end of a line that goes on: quoted-printable's `=`, a shell's `\`, PowerShell's backtick. */
const SOFT_BREAK = /^[=\\`^][ \t]{0,8}\r?\n/;

const isBlank = (code: number) => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
const isQuoteMark = (code: number) => code === 0x3e || code === 0x7c;
const isString = (code: number) => code === 0x22 || code === 0x27 || code === 0x60;

/** Length of what `pattern` finds at `at`. */
function lengthOf(pattern: RegExp, text: string, at: number, longest: number): number {
  return pattern.exec(text.slice(at, at + longest))?.[0].length ?? 0;
}

/** First character of the next string literal, when one ends at `at`; `at` itself when none follows. */
export function nextLiteral(text: string, at: number): number {
  return at + lengthOf(STRINGS, text, at, JOIN);
}

/** Characters at `at` that belong to a join; 0 when none do. */
function partAt(text: string, at: number, startsLine: boolean): number {
  const code = text.charCodeAt(at);
  if (isBlank(code) || isInvisible(code)) return 1;
  if (startsLine && isQuoteMark(code)) return 1;
  if (startsLine && code >= 0x30 && code <= 0x66) {
    const offset = lengthOf(OFFSET, text, at, 10);
    if (offset > 0) return offset;
  }
  if (isString(code)) {
    const strings = lengthOf(STRINGS, text, at, JOIN);
    if (strings > 0) return strings;
  }
  const soft = lengthOf(SOFT_BREAK, text, at, 12);
  if (soft > 0) return soft;
  if (!mayEscape(code)) return 0;
  const { code: meant, width } = unescapeAt(text, at);
  return width > 1 && isBlank(meant) ? width : 0;
}

/** First character behind a join that starts at `start`; `start` itself when none does. */
export function joinEnd(text: string, start: number, limit = text.length): number {
  const last = Math.min(limit, start + JOIN);
  let at = start;
  let startsLine = false;
  while (at < last) {
    const width = partAt(text, at, startsLine);
    if (width === 0) break;
    const before = text.charCodeAt(at + width - 1);
    if (before === 0x0a) startsLine = true;
    else if (!isBlank(before) && !isQuoteMark(before)) startsLine = false;
    at += width;
  }
  return Math.min(at, limit);
}
