/**
 * `klist` of MIT krb5, of Heimdal and of macOS:
 *
 *     Ticket cache: FILE:/tmp/krb5cc_1000                 (Heimdal: Credentials cache)
 *     Default principal: alice@CONTOSO.COM                (Heimdal: Principal)
 *     Valid starting       Expires              Service principal
 *     11/20/2026 09:02:11  11/20/2026 18:58:40  HTTP/portal.contoso.com@CONTOSO.COM
 *             renew until 11/27/2026 08:58:40, Flags: FRA
 *             Etype (skey, tkt): aes256-cts-hmac-sha1-96, aes256-cts-hmac-sha1-96
 *
 * Neither prints a count, so a list is never known to be complete. Sources: MIT krb5
 * clients/klist/klist.c, Heimdal kuser/klist.c.
 */
import { etypeOfName } from '../../codes/etype-of-name.ts';
import type { FactTypes } from '../../facts/fact.ts';
import { spnOf } from '../../facts/names.ts';
import { clientOf, closeCache, countTicket, openCache, principalOf, type Part } from './listing.ts';
import { placeOf, type PrintedLine } from '../../text/printed-lines.ts';
import { WHEN } from './unix-dates.ts';

const CACHE = /^([^:]{1,40}):\s{1,20}(?:(?:FILE|KEYRING|KCM|API|DIR|MEMORY|MSLSA|XCACHE):|\/)\S/;
const OWNER = /^[^:]{1,40}:\s{1,20}(\S{1,255}@\S{1,255})$/;

/** The two lines at the top. A keytab has the first one only. */
export const unixCache: Part = (lines, index, listing) => {
  const [line, next] = [lines[index], lines[index + 1]];
  const label = CACHE.exec(line?.text ?? '')?.[1];
  const owner = OWNER.exec(next?.text ?? '')?.[1];
  if (!line || label === undefined || owner === undefined) return 0;
  const { name, realm } = principalOf(owner);
  const tool = /^cred/i.test(label) ? 'heimdal' : 'mit';
  openCache(listing, { at: line, tool, client: clientOf(name, realm) });
  return 2;
};

const NONE =
  /^klist: .{0,120}(?:no credentials? cache|no ticket file|cache.{0,200} not found|no cache found)/i;

/** `klist: No credentials cache found (filename: /tmp/krb5cc_1000)` */
export const unixNoCache: Part = (lines, index, listing) => {
  const line = lines[index];
  if (!line || !NONE.test(line.text)) return 0;
  openCache(listing, { at: line, tool: 'mit', count: 0 });
  closeCache(listing);
  return 1;
};

const ROW = new RegExp(
  `^${WHEN}\\s{1,20}(${WHEN}|(?:>|&gt;){3}\\w{4,20}(?:<|&lt;){3})\\s{1,20}(?:[A-Za-z]{1,16}\\s{1,20})?((\\S{1,255})@(\\S{0,255}))$`,
  'du',
);
const DETAIL = /Flags: ?[A-Za-z]|\(skey, ?tkt\)|renew until|Ticket server:/i;

export const unixTicket: Part = (lines, index, listing) => {
  const line = lines[index];
  const found = ROW.exec(line?.text ?? '');
  const [, end = '', , name = '', realm = ''] = found ?? [];
  if (!line || !found || (!listing.cache && !name.includes('/'))) return 0;
  let read = 1;
  while (read < 5 && DETAIL.test(lines[index + read]?.text ?? '')) read++;
  const details = lines.slice(index + 1, index + read);
  const spn = spnOf(name);
  // What Heimdal and MIT keep for themselves in the cache is no ticket.
  if (realm.startsWith('X-CACHECONF')) return read;
  const at = placeOf(line, found, 2);
  countTicket(listing, at, 'mit');
  const client = listing.cache?.client;
  if (!spn) return read;
  listing.facts.push({
    kind: 'ticket',
    at,
    spn,
    seen: 'cache',
    ...(client && { client }),
    ...(realm !== '' && { realm: realm.toUpperCase() }),
    ...(/^\d|^\p{L}/u.test(end) ? { end } : { isExpired: true }),
    ...etypeIn(details),
    ...flagsIn(details),
  });
  return read;
};

const ETYPES = /\(skey, ?tkt\): ?[^,]{2,60}, ?([\w:-]{2,60}|[^,]{2,60})/di;

/** The second of the two is the ticket's. */
function etypeIn(details: readonly PrintedLine[]): Pick<FactTypes['ticket'], 'etype' | 'etypeAt'> {
  for (const line of details) {
    const found = ETYPES.exec(line.text);
    const etype = etypeOfName(found?.[1] ?? '');
    if (found && etype !== undefined) return { etype, etypeAt: placeOf(line, found, 1) };
  }
  return {};
}

const LETTERS = /Flags: ?([A-Za-z]{1,16})/d;
/** Flags as klist abbreviates them, by the names that Windows prints. */
const FLAGS: Readonly<Record<string, string>> = {
  F: 'forwardable',
  f: 'forwarded',
  P: 'proxiable',
  p: 'proxy',
  D: 'may_postdate',
  d: 'postdated',
  R: 'renewable',
  I: 'initial',
  i: 'invalid',
  H: 'hw_authent',
  A: 'pre_authent',
  T: 'transited',
  O: 'ok_as_delegate',
  a: 'anonymous',
};

function flagsIn(details: readonly PrintedLine[]): Pick<FactTypes['ticket'], 'flags' | 'flagsAt'> {
  for (const line of details) {
    const found = LETTERS.exec(line.text);
    const flags = Array.from(found?.[1] ?? '', (letter) => FLAGS[letter] ?? []).flat();
    if (found) return { flags, flagsAt: placeOf(line, found, 1) };
  }
  return {};
}
