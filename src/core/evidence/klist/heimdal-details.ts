/**
 * `klist -v` of Heimdal and macOS, the only listing that shows a ticket's key version:
 *
 *     Server: HTTP/portal.contoso.com@CONTOSO.COM
 *     Client: alice@CONTOSO.COM
 *     Ticket etype: aes256-cts-hmac-sha1-96, kvno 25
 *     Ticket length, Auth time, Start time
 *     End time:   Oct  9 22:19:34 2018 (expired)
 *     Ticket flags: enc-pa-rep, pre-authent, initial, forwardable
 *
 * Source: Heimdal kuser/klist.c, print_cred_verbose.
 */
import { etypeOfName } from '../../codes/etype-of-name.ts';
import { spnOf } from '../../facts/names.ts';
import { clientOf, countTicket, principalOf, type Part } from './listing.ts';
import { placeOf } from '../../text/printed-lines.ts';
import { flagNames } from './windows-fields.ts';

/** Lines below the first three. */
const MORE_LINES = 9;
const PRINCIPAL = /^[^:]{1,30}:\s{1,20}(\S{1,255}@\S{1,255})$/d;
const ETYPE = /^[^:]{1,30}etype[^:]{0,10}:\s{1,20}([\w-]{3,40})(?:, kvno (\d{1,10}))?/di;
const LABELLED = /^(Session|Ticket|Auth|Start|End|Renew|Address|Reserved)[^:]{0,20}:\s{1,20}(.*)$/d;

export const heimdalTicket: Part = (lines, index, listing) => {
  const [server, client, third] = lines.slice(index, index + 3);
  const [named, owner] = [PRINCIPAL.exec(server?.text ?? ''), PRINCIPAL.exec(client?.text ?? '')];
  const etyped = ETYPE.exec(third?.text ?? '');
  if (!server || !named || !owner || !third || !etyped) return 0;
  const { name, realm } = principalOf(named[1] ?? '');
  const owned = principalOf(owner[1] ?? '');
  const at = placeOf(server, named, 1);
  countTicket(listing, at, 'heimdal');
  let read = 3;
  let isExpired = false;
  let end: string | undefined;
  let flags: string[] | undefined;
  for (; read < 3 + MORE_LINES; read++) {
    const [, label, value = ''] = LABELLED.exec(lines[index + read]?.text ?? '') ?? [];
    if (label === undefined) break;
    if (label === 'End') {
      isExpired = value.includes('(');
      end = value.replace(/ \(.*$/, '');
    }
    const names = label === 'Ticket' ? flagNames(value) : [];
    if (names.length > 0) flags = names;
  }
  const spn = spnOf(name);
  const etype = etypeOfName(etyped[1] ?? '');
  if (!spn) return read;
  listing.facts.push({
    kind: 'ticket',
    at,
    spn,
    seen: 'cache',
    client: clientOf(owned.name, owned.realm),
    realm: realm.toUpperCase(),
    ...(etype !== undefined && { etype, etypeAt: placeOf(third, etyped, 1) }),
    ...(etyped[2] !== undefined && { kvno: Number(etyped[2]) }),
    ...(end !== undefined && { end }),
    ...(isExpired && { isExpired }),
    ...(flags && { flags }),
  });
  return read;
};
