/** The value of one authentication header: one or more challenges, or one set of credentials. */
import { base64RunEnd } from '../../text/base64-run.ts';
import { decodeBase64 } from '../../text/base64.ts';
import type { Span } from '../../facts/span.ts';
import { likeness } from '../token/recognise/signature.ts';
import { wantedDigits } from '../token/recognise/wanted.ts';

export interface Challenge {
  /** As it is usually written; absent when the header gives a token and no scheme. */
  scheme?: string;
  /** The token68 that belongs to the scheme. */
  data?: Span;
  /** The parameters that belong to it. */
  parameters?: Span;
  at: Span;
}

const SCHEMES = ['Negotiate', 'Nego2', 'NTLM', 'Kerberos', 'Basic', 'Digest', 'Bearer'];
const USUAL = new Map(SCHEMES.map((scheme) => [scheme.toLowerCase(), scheme]));

/** Schemes whose token68 is base64 of a token this guide reads. */
const TOKEN_SCHEMES = new Set(['Negotiate', 'Nego2', 'NTLM', 'Kerberos']);

const SCHEME = /[A-Za-z][A-Za-z0-9._-]{1,39}/y;
const BLANKS = /(?:[ \t]|%20){1,40}/y;
const FOLD = /[ \t]{0,40}\r?\n[ \t]{1,40}/y;
const COMMA = /[ \t]{0,40},[ \t]{0,40}(?:\r?\n[ \t]{1,40})?/y;
const PARAMETER =
  /[A-Za-z][\w*-]{0,39}[ \t]{0,8}=[ \t]{0,8}(?:\\?"[^"\r\n]{0,4000}"|[^\s",;]{1,4000})/y;
const TOKEN68 = /[A-Za-z0-9+/_.~%=\\-]{1,}/y;

/** Challenges in one value, at most. */
const CHALLENGES = 16;
/** Shortest token68 that is taken for a token and not for a word of a sentence. */
const SHORTEST = 12;

/** Where `pattern` (sticky) ends when it matches at `at`. */
function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of a base64 token that starts at `at`; undefined when none does. */
function tokenEnd(text: string, at: number, folded = false): number | undefined {
  const end = base64RunEnd(text, at, wantedDigits(text));
  const { bytes } = decodeBase64(text, { start: at, end: Math.min(end, at + 64) });
  if (likeness(bytes)) return end;
  // On a line of its own it may as well be the next header.
  if (folded) return undefined;
  const word = matchEnd(TOKEN68, text, at) ?? at;
  // Unknown bytes under a known scheme are shown; a short word is a placeholder, `<token>`, `...`.
  return word - at >= SHORTEST && /[0-9+/=A-Z]/.test(text.slice(at + 1, word)) ? end : undefined;
}

function parametersEnd(text: string, at: number): number | undefined {
  let end = matchEnd(PARAMETER, text, at);
  while (end !== undefined) {
    const comma = matchEnd(COMMA, text, end);
    const next = comma === undefined ? undefined : matchEnd(PARAMETER, text, comma);
    if (next === undefined) return end;
    end = next;
  }
  return undefined;
}

/** What stands behind a scheme: a token, parameters, or nothing. */
function credentials(
  text: string,
  scheme: string,
  at: number,
): Pick<Challenge, 'data' | 'parameters'> {
  const same = matchEnd(BLANKS, text, at);
  const fold = matchEnd(FOLD, text, at);
  const start = fold ?? same;
  if (start === undefined) return {};
  const parameters = parametersEnd(text, start);
  const isToken = TOKEN_SCHEMES.has(scheme);
  if (!isToken && parameters !== undefined && scheme !== 'Bearer' && scheme !== 'Basic') {
    return { parameters: { start, end: parameters } };
  }
  if (/^(?:realm|charset|error|scope)\b/i.test(text.slice(start, start + 8))) {
    return parameters === undefined ? {} : { parameters: { start, end: parameters } };
  }
  const end = isToken ? tokenEnd(text, start, fold !== undefined) : matchEnd(TOKEN68, text, start);
  if (end === undefined) return {};
  const known = isToken || scheme === 'Basic' || scheme === 'Bearer';
  return known ? { data: { start, end } } : { parameters: { start, end } };
}

/** The challenges from `start` on; empty when no scheme is there. */
export function readChallenges(text: string, start: number): Challenge[] {
  const challenges: Challenge[] = [];
  let at = start;
  while (challenges.length < CHALLENGES) {
    const schemeEnd = matchEnd(SCHEME, text, at);
    if (schemeEnd === undefined) break;
    const word = text.slice(at, schemeEnd);
    const scheme = USUAL.get(word.toLowerCase());
    if (scheme === undefined) {
      // A token without its scheme, as some tools print the value.
      const end = challenges.length === 0 ? tokenEnd(text, at) : undefined;
      const { bytes } = decodeBase64(text, { start: at, end: Math.min(end ?? at, at + 64) });
      if (end === undefined || likeness(bytes) !== 'certain') break;
      challenges.push({ data: { start: at, end }, at: { start: at, end } });
      break;
    }
    const rest = credentials(text, scheme, schemeEnd);
    const end = rest.data?.end ?? rest.parameters?.end ?? schemeEnd;
    challenges.push({ scheme, ...rest, at: { start: at, end } });
    const comma = matchEnd(COMMA, text, end);
    if (comma === undefined) break;
    at = comma;
  }
  return challenges;
}
