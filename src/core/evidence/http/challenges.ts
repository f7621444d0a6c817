/** The value of one authentication header: one or more challenges, or one set of credentials. */
import type { Span } from '../../facts/span.ts';
import { leftOutEnd, token68End, tokenEnd } from './token68.ts';

export interface Challenge {
  /** As it is usually written; absent when the header gives a token and no scheme. */
  scheme?: string;
  /** The token68 that belongs to the scheme. */
  data?: Span;
  /** The parameters that belong to it. */
  parameters?: Span;
  /** What stands instead of the token: a row of one character, `<redacted>`, an ellipsis. */
  blackedOut?: Span;
  at: Span;
}

const SCHEMES = ['Negotiate', 'Nego2', 'NTLM', 'Kerberos', 'Basic', 'Digest', 'Bearer'];
const USUAL = new Map(SCHEMES.map((scheme) => [scheme.toLowerCase(), scheme]));

/** Schemes whose token68 is base64 of a token this guide reads. */
const TOKEN_SCHEMES = new Set(['Negotiate', 'Nego2', 'NTLM', 'Kerberos']);

/** No dot at its end: ngrep prints one there, and a sentence ends with one. */
const SCHEME = /[A-Za-z][A-Za-z0-9._-]{0,38}[A-Za-z0-9_-]/y;
const BLANKS = /(?:[ \t]|%20){1,40}/y;
const FOLD = /[ \t]{0,40}\r?\n[ \t]{1,40}/y;
const LINE_END = /[ \t"',;]{0,40}(?:\r?\n|$)/y;
const COMMA = /[ \t]{0,40},[ \t]{0,40}(?:\r?\n[ \t]{1,40})?/y;
/** `name=value`; in a string that holds the header the quotes have a backslash before them. */
const PARAMETER =
  /[A-Za-z][\w*-]{0,39}[ \t]{0,8}=[ \t]{0,8}(?:"(?:[^"\\\r\n]|\\[^\r\n]){0,4000}"|\\"(?:[^"\\\r\n]|\\\\\\"|\\[^"\r\n]){0,4000}\\"|[^\s",;]{1,4000})/y;

/** Challenges in one value, at most. */
const CHALLENGES = 16;

/** Where `pattern` (sticky) ends when it matches at `at`. */
function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
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

type Carried = Pick<Challenge, 'data' | 'parameters' | 'blackedOut'>;

/** Where the token of a scheme of tokens ends; of another scheme, its token68. */
function credentialsEnd(text: string, scheme: string, start: number, isFolded: boolean) {
  if (TOKEN_SCHEMES.has(scheme)) return tokenEnd(text, start, isFolded);
  const end = token68End(text, start);
  // On a line of its own, nothing follows it: `Authorization:` there is the next header.
  const isNext = isFolded && matchEnd(LINE_END, text, end) === undefined;
  return end > start && !isNext ? end : undefined;
}

/** What stands behind a scheme: a token, parameters, or nothing. */
function credentials(text: string, scheme: string, at: number): Carried {
  const same = matchEnd(BLANKS, text, at);
  const fold = matchEnd(FOLD, text, at);
  const start = fold ?? same;
  if (start === undefined) return {};
  const isToken = TOKEN_SCHEMES.has(scheme);
  const isText = scheme === 'Bearer' || scheme === 'Basic';
  const parameters = isToken ? undefined : parametersEnd(text, start);
  if (parameters !== undefined && !isText) return { parameters: { start, end: parameters } };
  if (/^(?:realm|charset|error|scope)\b/i.test(text.slice(start, start + 8))) {
    const end = parametersEnd(text, start);
    return end === undefined ? {} : { parameters: { start, end } };
  }
  const leftOut = isToken && fold === undefined ? leftOutEnd(text, start, scheme) : undefined;
  if (leftOut !== undefined) return { blackedOut: { start, end: leftOut } };
  const end = credentialsEnd(text, scheme, start, fold !== undefined);
  if (end === undefined) return {};
  return isToken || isText ? { data: { start, end } } : { parameters: { start, end } };
}

/** A token without its scheme, as some tools print the value. */
function withoutScheme(text: string, at: number): Challenge[] {
  const end = tokenEnd(text, at, true);
  return end === undefined ? [] : [{ data: { start: at, end }, at: { start: at, end } }];
}

/** The challenges from `start` on; empty when no scheme is there. */
export function readChallenges(text: string, start: number): Challenge[] {
  const challenges: Challenge[] = [];
  let at = start;
  while (challenges.length < CHALLENGES) {
    const schemeEnd = matchEnd(SCHEME, text, at);
    const word = schemeEnd === undefined ? '' : text.slice(at, schemeEnd);
    const scheme = USUAL.get(word.toLowerCase());
    if (schemeEnd === undefined || scheme === undefined) {
      return challenges.length === 0 ? withoutScheme(text, at) : challenges;
    }
    const rest = credentials(text, scheme, schemeEnd);
    const end = (rest.data ?? rest.parameters ?? rest.blackedOut)?.end ?? schemeEnd;
    challenges.push({ scheme, ...rest, at: { start: at, end } });
    const comma = matchEnd(COMMA, text, end);
    if (comma === undefined) break;
    at = comma;
  }
  return challenges;
}
