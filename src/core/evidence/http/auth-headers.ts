/**
 * Finds authentication headers in a paste, however they were copied: raw, from `curl -v`, a browser's
 * network panel, a HAR or another JSON, a script, Network Monitor. RFC 9110 11.6 has the grammar:
 * a scheme, then nothing, a token68, or parameters; several challenges may share a line.
 */
import type { Span } from '../../facts/span.ts';
import { readChallenges, type Challenge } from './challenges.ts';

export interface AuthHeader {
  /** As RFC 9110 writes it. */
  name: string;
  direction: 'request' | 'response';
  challenges: Challenge[];
  /** From the name to the end of the last challenge. */
  at: Span;
  /** True when the line holds this header and nothing else. */
  alone: boolean;
}

const NAMES: Readonly<Record<string, { name: string; direction: AuthHeader['direction'] }>> = {
  authorization: { name: 'Authorization', direction: 'request' },
  'proxy-authorization': { name: 'Proxy-Authorization', direction: 'request' },
  'www-authenticate': { name: 'WWW-Authenticate', direction: 'response' },
  'proxy-authenticate': { name: 'Proxy-Authenticate', direction: 'response' },
  'authentication-info': { name: 'Authentication-Info', direction: 'response' },
  'proxy-authentication-info': { name: 'Proxy-Authentication-Info', direction: 'response' },
};

const NAME =
  /(?<![A-Za-z0-9_])(?:(?:proxy-|www-)?authenticate|(?:proxy-)?authorization|(?:proxy-)?authentication-info)(?![A-Za-z0-9_-])/gi;

/**
 * From the name to the value: a colon or equals sign with the quotes of JSON, YAML or a script; in
 * Fiddler's view of authentication, `WWW-Authenticate Header is present: Negotiate`.
 */
const SEPARATOR =
  /(?: Header is present(?=:))?[\\"'`*\])]{0,6}[ \t]{0,40}(?:(?::|=>|=|%3a)|,[ \t\r\n]{0,40}\\?["']?value\\?["']?[ \t]{0,8}[:=])(?:[ \t]|%20|\+(?=N)){0,40}(?:\r?\n[ \t]{0,40})?(?:@?[\\"'`*([{]){0,6}[ \t]{0,8}/iy;

/** In a copied table: a tab, or the end of the line. */
const NEXT_LINE = /[ \t]{0,40}(?:\t|(?:\r?\n[ \t]{0,40}){1,2})/y;

/** A table whose tabs became blanks. */
const BLANKS = /[ \t]{1,40}/y;

/** What may stand behind a header that is alone on its line. */
const TAIL = /^[ \t"'`,;\\]*$/;
/** A name in quotes, as in JSON and in the dictionaries of Python: the header stands for itself. */
const QUOTED = /^["'][ \t]{0,4}:[ \t]{0,4}\[?["']/;

/** Characters behind a header that are looked at to see whether it is alone. */
const AROUND = 60;

function isAlone(text: string, { start, end }: Span, name: number, lines: LineStarts): boolean {
  const line = lines.get(start);
  if (line) return TAIL.test(text.slice(end, Math.min(end + AROUND, Math.max(line.end, end))));
  const before = text[start - 1];
  const isQuoted = before === '"' || before === "'";
  return isQuoted && QUOTED.test(text.slice(start + name, start + name + 12));
}

/** Lines by the place of their first own character. */
export type LineStarts = ReadonlyMap<number, Span>;

/** Challenges behind the name, or on the line below where the name stands alone on its line. */
function challengesAt(text: string, start: number, name: number, lines: LineStarts): Challenge[] {
  SEPARATOR.lastIndex = start + name;
  if (SEPARATOR.test(text)) return readChallenges(text, SEPARATOR.lastIndex);
  const line = lines.get(start);
  if (!line) return [];
  NEXT_LINE.lastIndex = start + name;
  if (!NEXT_LINE.test(text)) return challengesOfRow(text, start + name, line);
  return readChallenges(text, NEXT_LINE.lastIndex).filter(({ scheme }) => scheme !== undefined);
}

/** Challenges behind blanks alone, where they fill the line: a sentence goes on behind the scheme. */
function challengesOfRow(text: string, at: number, line: Span): Challenge[] {
  BLANKS.lastIndex = at;
  if (!BLANKS.test(text)) return [];
  const found = readChallenges(text, BLANKS.lastIndex);
  const last = found.at(-1);
  const isRow = last && /^[\s.]*$/.test(text.slice(last.at.end, Math.max(line.end, last.at.end)));
  const isTelling = found.some(({ data, blackedOut }) => data ?? blackedOut) || found.length > 1;
  return isRow && isTelling ? found.filter(({ scheme }) => scheme !== undefined) : [];
}

/**
 * Every authentication header in `text`, in order. A name without a scheme behind it is none. `lines`
 * tells where lines begin behind what tools print before them.
 */
export function findAuthHeaders(text: string, lines: LineStarts): AuthHeader[] {
  const headers: AuthHeader[] = [];
  for (const match of text.matchAll(NAME)) {
    const known = NAMES[match[0].toLowerCase()];
    const last = headers.at(-1);
    if (!known || (last && match.index < last.at.end)) continue;
    const challenges = challengesAt(text, match.index, match[0].length, lines);
    const end = challenges.at(-1)?.at.end;
    if (end === undefined) continue;
    const at = { start: match.index, end };
    const alone = isAlone(text, at, match[0].length, lines);
    headers.push({ ...known, challenges, at, alone });
  }
  return headers;
}

/**
 * What a challenge of a header carries that is a token or credentials: its token68, or the
 * parameters of Digest in a request. Undefined for a mere offer.
 */
export function carried(
  { direction }: AuthHeader,
  { scheme, data, parameters }: Challenge,
): Span | undefined {
  return data ?? (scheme === 'Digest' && direction === 'request' ? parameters : undefined);
}

/** True when a header carries nothing but offers, or leaves its token out. */
export function isBare(header: AuthHeader): boolean {
  return header.challenges.every((challenge) => carried(header, challenge) === undefined);
}
