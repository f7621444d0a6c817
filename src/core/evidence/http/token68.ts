/**
 * What stands where RFC 9110 11.2 has a token68, judged by its characters alone: base64, a word of a
 * sentence, a placeholder, or what is left when somebody blacked the token out.
 */
import { wantedDigits } from '../../binary/announced-length.ts';
import { base64RunEnd } from '../../text/base64-run.ts';
import { isBase64Digit } from '../../text/base64.ts';
import { isInvisible, mayEscape, unescapeAt } from '../../text/escapes.ts';
import { TOKEN_TEXT } from '../../limits.ts';

/** Characters of a word that are looked at when it is judged. */
const JUDGED = 80;
/** Shortest word that is taken for a token and not for a word of a sentence. */
const SHORTEST = 12;
/** Shortest word that is taken for the rest of a cut token, when nothing follows it. */
const SHORTEST_CUT = 6;

/** `~`, `.` and `%` beside the signs of base64, and the backslash of a string that holds the header. */
const OTHER_SIGNS = new Set(Array.from('~.%=\\', (sign) => sign.charCodeAt(0)));

/** A value ends here: the end of its line, of its string or of its element. */
const VALUE_END = /^(?:[ \t]*(?:\r?\n|$)|\\?["'`]|,|;|\\[rn]|<|=[ \t]{0,8}\r?\n)/;

/** The same character again and again, as in `XXXXXXXX`; what it pads with does not count. */
const BLACKED_OUT = /^([A-Za-z0-9*._-])\1{3,}=*$/;

/** Where the characters of a token68 end that start at `at`, `longest` characters on at most. */
export function token68End(text: string, at: number, longest = TOKEN_TEXT): number {
  const limit = Math.min(text.length, at + longest);
  let end = at;
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (!isBase64Digit(code) && !OTHER_SIGNS.has(code)) break;
    end++;
  }
  return end;
}

/** The digits of base64 at `at`, escapes undone, and where they end; no more than are judged. */
function digitsAt(text: string, at: number): { digits: string; end: number } {
  let digits = '';
  let end = at;
  while (end < text.length && digits.length < JUDGED) {
    let code = text.charCodeAt(end);
    let width = 1;
    if (mayEscape(code)) ({ code, width } = unescapeAt(text, end));
    if (isBase64Digit(code)) digits += String.fromCharCode(code);
    else if (!isInvisible(code)) break;
    end += width;
  }
  return { digits, end };
}

/** `<redacted>`, `[token]`, `{0}`, `...`, and a token of which only the ends are left: `oX…Q=`. */
const LEFT_OUT =
  /^(?:<[^<>\n]{1,60}>|\[[^\][\n]{1,60}\]|\{[^{}\n]{1,60}\}|[A-Za-z0-9+/]{0,11}(?:\u2026|\.{3,8})[A-Za-z0-9+/=]{0,12})/;
/** How NTLMSSP begins, in base64. */
const NTLM = 'TlRM';

/** Where what stands in place of a token ends; undefined where a token or nothing is. */
export function leftOutEnd(text: string, at: number, scheme: string): number | undefined {
  if (isBlackedOut(text, at)) return token68End(text, at);
  const leftOut = LEFT_OUT.exec(text.slice(at, at + JUDGED))?.[0].length;
  if (leftOut !== undefined) return at + leftOut;
  // After NTLM nothing but an NTLM message is a token.
  const isOther = scheme === 'NTLM' && isTokenWord(text, at) && !text.startsWith(NTLM, at);
  return isOther ? token68End(text, at) : undefined;
}

/** True when somebody put a row of one character where the token was. */
function isBlackedOut(text: string, at: number): boolean {
  let end = at;
  const limit = Math.min(text.length, at + JUDGED);
  while (end < limit && /[A-Za-z0-9*._=-]/.test(text[end] ?? '')) end++;
  return BLACKED_OUT.test(text.slice(at, end));
}

/** True when the value ends behind `end`, padding left out. */
function endsValue(text: string, end: number): boolean {
  let behind = end;
  while (behind < end + 2 && text[behind] === '=') behind++;
  return VALUE_END.test(text.slice(behind, behind + 24));
}

/** True when the word at `at`, behind a scheme that carries tokens, is base64 and no word. */
function isTokenWord(text: string, at: number): boolean {
  const { digits, end } = digitsAt(text, at);
  if (digits.length >= SHORTEST) return /[0-9+/A-Z]/.test(digits.slice(1));
  if (digits.length < SHORTEST_CUT) return isInGroups(text, at);
  if (text[end] === '=') return true;
  const isMixed = /[a-z][A-Z]|[A-Z][a-z]+[A-Z]|[0-9]/.test(digits);
  return isMixed && (endsValue(text, end) || isInGroups(text, at));
}

/** Words of one length, each with a sign that prose does not have, as in `YIIL cAYG KwYB`. */
function isInGroups(text: string, at: number): boolean {
  const groups = /^([A-Za-z0-9+/]{1,8})(?: [A-Za-z0-9+/]{1,8}){4}/.exec(text.slice(at, at + 48));
  const [whole = '', first = ''] = groups ?? [];
  const words = whole.split(' ');
  return (
    words.length === 5 &&
    words.every(({ length }) => length === first.length) &&
    /[a-z][A-Z]|[0-9]/.test(words.join(''))
  );
}

/** The same where nothing but the value says so: no scheme before it, or a line of its own. */
function isTokenAlone(text: string, at: number): boolean {
  const { digits, end } = digitsAt(text, at);
  if (digits.length < SHORTEST || !/[a-z][A-Z]|[0-9]/.test(digits)) return false;
  return digits.length === JUDGED || endsValue(text, end);
}

/** The end of a base64 token that starts at `at`; undefined when none does. */
export function tokenEnd(text: string, at: number, isAlone = false): number | undefined {
  if (isBlackedOut(text, at)) return undefined;
  const isToken = isAlone ? isTokenAlone(text, at) : isTokenWord(text, at);
  return isToken ? base64RunEnd(text, at, wantedDigits(text)) : undefined;
}
