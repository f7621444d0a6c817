/**
 * The lines of one ticket as klist.exe lists it. Windows translates the labels and nothing else, so a
 * line is known by the form of its value and by what came before it:
 *
 *     #1>     Client: alice @ CONTOSO.COM
 *             Server: HTTP/portal.contoso.com @ CONTOSO.COM
 *             KerbTicket Encryption Type: AES-256-CTS-HMAC-SHA1-96
 *             Ticket Flags 0x40a10000 -> forwardable renewable pre_authent name_canonicalize
 *             Start Time, End Time, Renew Time, Session Key Type
 *             Cache Flags: 0                     (not before Windows 8)
 *             Kdc Called: dc01.contoso.com       (not before Windows 8)
 */
import { etypeOfName } from '../../codes/etype-of-name.ts';

/** Places in the order of a ticket's lines. */
export const RANK = {
  none: -1,
  client: 0,
  server: 1,
  etype: 2,
  flags: 3,
  start: 4,
  end: 5,
  renew: 6,
  sessionEtype: 7,
  cacheFlags: 8,
  kdc: 9,
} as const;

export interface WindowsField {
  readonly rank: number;
  /** Groups: the name and the realm of a principal; otherwise the value. */
  readonly match: RegExpExecArray;
}

/** `Client: alice @ CONTOSO.COM` */
const PRINCIPAL = /[:：]\s{0,40}(\S.{0,255}?)\s@\s?(\S{0,255})$/d;
/** `Ticket Flags 0x40a10000 -> forwardable`, `Ticket Flags       : 0x40e10000 -> ...` */
const FLAGS = /\b0x[0-9a-f]{1,8}\s?-(?:>|&gt;)\s?(.*)$/di;
const VALUE = /[:：]\s{0,40}(\S.*|)$/d;
const DATE = /[:：]\s{0,40}(\S.{0,30}?\s\d{1,2}[:.]\d{2}[:.]\d{2}(?: ?[AP]M)?)/d;

/** What the line is when the last known line had the given rank; undefined when it fits nowhere. */
export function windowsField(text: string, after: number): WindowsField | undefined {
  const principal = after < RANK.server ? PRINCIPAL.exec(text) : null;
  if (principal) {
    const isServer = after === RANK.client || (principal[1] ?? '').includes('/');
    return { rank: isServer ? RANK.server : RANK.client, match: principal };
  }
  if (after < RANK.server) return undefined;
  const flags = FLAGS.exec(text);
  if (flags) {
    return { rank: after < RANK.sessionEtype ? RANK.flags : RANK.cacheFlags, match: flags };
  }
  const date = after < RANK.renew ? DATE.exec(text) : null;
  if (date) return { rank: Math.max(after + 1, RANK.start), match: date };
  const match = VALUE.exec(text);
  const rank = match && rankOfValue(match[1] ?? '', text, after);
  return match && rank !== undefined && rank !== null ? { rank, match } : undefined;
}

function rankOfValue(value: string, text: string, after: number): number | undefined {
  if (etypeOfName(value) !== undefined) {
    return after < RANK.etype ? RANK.etype : RANK.sessionEtype;
  }
  if (value === '0') return after < RANK.renew ? RANK.renew : RANK.cacheFlags;
  const isLast = after === RANK.cacheFlags || (after >= RANK.server && /kdc/i.test(text));
  return isLast && /^[\w.-]{0,255}$/.test(value) ? RANK.kdc : undefined;
}

const FLAG_NAMES = new Set(
  'reserved forwardable forwarded proxiable proxy may_postdate postdated invalid renewable initial pre_authent hw_authent ok_as_delegate name_canonicalize enc_pa_rep'.split(
    ' ',
  ),
);

/** Names of ticket flags, RFC 4120 5.3; empty when there is another word among them. */
export function flagNames(text: string): string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const names = words.map((word) => word.toLowerCase().replaceAll('-', '_'));
  return names.every((name) => FLAG_NAMES.has(name)) ? names : [];
}
