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

/** From the name to the value: a colon or equals sign with the quotes of JSON, YAML or a script. */
const SEPARATOR =
  /[\\"'`*\])]{0,6}[ \t]{0,40}(?:(?::|=>|=|%3a)|,[ \t\r\n]{0,40}\\?["']?value\\?["']?[ \t]{0,8}[:=])(?:[ \t]|%20|\+(?=N)){0,40}(?:\r?\n[ \t]{0,40})?(?:@?[\\"'`*([{]){0,6}[ \t]{0,8}/iy;

/** What may stand before a header that is alone on its line: marks and offsets of tools, bullets, quotes. */
const MARGIN = /^[\s><|*+\-•·"'`]*(?:[0-9a-f]{4,8}: )?$/;
/** What may stand after it. */
const TAIL = /^[ \t"'`,;\\]*\r?$/;

/** Characters looked at before and after a header to see whether it is alone. */
const AROUND = 60;

function isAlone(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const lineStart = before.lastIndexOf('\n') + 1;
  if (lineStart === 0 && start > AROUND) return false;
  const after = text.slice(end, end + AROUND);
  const newline = after.indexOf('\n');
  if (newline < 0 && end + AROUND < text.length) return false;
  const tail = newline < 0 ? after : after.slice(0, newline);
  return MARGIN.test(before.slice(lineStart)) && TAIL.test(tail);
}

/** Every authentication header in `text`, in order. A name without a scheme behind it is none. */
export function findAuthHeaders(text: string): AuthHeader[] {
  const headers: AuthHeader[] = [];
  for (const match of text.matchAll(NAME)) {
    const known = NAMES[match[0].toLowerCase()];
    const last = headers.at(-1);
    if (!known || (last && match.index < last.at.end)) continue;
    SEPARATOR.lastIndex = match.index + match[0].length;
    if (!SEPARATOR.test(text)) continue;
    const challenges = readChallenges(text, SEPARATOR.lastIndex);
    const end = challenges.at(-1)?.at.end;
    if (end === undefined) continue;
    const at = { start: match.index, end };
    headers.push({ ...known, challenges, at, alone: isAlone(text, at) });
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
