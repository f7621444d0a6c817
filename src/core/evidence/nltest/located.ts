/**
 * `nltest /dsgetdc`, in any display language: the labels are translated, the order and the flags are not.
 *
 *                DC: \\DC01.contoso.com
 *           Address: \\10.0.0.10
 *          Dom Guid: 2b6e4c1a-0000-4000-8000-000000000001
 *          Dom Name: contoso.com
 *       Forest Name: contoso.com
 *      Dc Site Name: HQ
 *     Our Site Name: HQ
 *             Flags: PDC GC DS LDAP KDC TIMESERV WRITABLE DNS_DC DNS_DOMAIN DNS_FOREST CLOSE_SITE
 *                    FULL_SECRET WS DS_8 DS_9 DS_10
 *
 * Source of the flags: MS-NRPC 2.2.1.2.1, DOMAIN_CONTROLLER_INFOW.
 */
import { hostOf } from '../../facts/names.ts';
import { placeOfLines } from '../../text/line-parts.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import type { Part } from './outputs.ts';

const DC = /^(?:# ?)?[^:：\\]{1,40}[:：]\s{0,3}\\{1,2}\s?([\w-][\w.-]{0,255})$/;
const ADDRESS = /^(?:# ?)?[^:：\\]{1,40}[:：]\s{0,3}\\{1,2}\s?([0-9a-f.:%]{3,64})$/i;
const NAME = /^(?:# ?)?[^:：\\]{1,40}[:：]\s{0,3}([\w-][\w.-]{0,255})$/;
const GUID = /[:：]\s{0,3}\{?[0-9a-fx]{8}-(?:[0-9a-fx]{4}-){3}[0-9a-fx]{12}\}?$/i;
const FLAGS =
  /^(?:# ?)?(?:[^:：\\]{1,40}[:：])?\s{0,3}((?:(?:0x[0-9A-F]{1,8}|[A-Z][A-Z_0-9]{1,20})(?: |$)){1,40})/;
const KNOWN = /\b(?:PDC|GC|DS|LDAP|KDC|TIMESERV|GTIMESERV|WRITABLE|CLOSE_SITE|DNS_DC|DNS_DOMAIN)\b/;
/** Lines after the address, down to the flags. */
const BELOW = 8;

export const located: Part = (lines, index, outputs) => {
  const dc = DC.exec(lines[index]?.text ?? '')?.[1];
  const address = ADDRESS.exec(lines[index + 1]?.text ?? '')?.[1];
  if (dc === undefined || !/[a-z]/i.test(dc)) return 0;
  const below = lines.slice(index + 1, index + 2 + BELOW);
  const first = below.findIndex(({ text }) => KNOWN.test(text) && flagsIn(text).length > 1);
  // A share or a path may stand after a label too.
  if (first < 0 && (address === undefined || !/^\W{0,3}DC ?:/.test(lines[index]?.text ?? '')))
    return 0;
  const last = lastFlags(below, first);
  const flags = first < 0 ? [] : below.slice(first, last + 1).flatMap(({ text }) => flagsIn(text));
  const guid = below.findIndex(({ text }) => GUID.test(text));
  const domain = NAME.exec(below[guid + 1]?.text ?? '')?.[1];
  const rows = first < 0 ? ownRows(below, guid) : last + 2;
  const at = placeOfLines(lines, index, rows);
  outputs.facts.push({
    kind: 'domainController',
    at,
    seen: 'located',
    dc: hostOf(dc),
    ...(address !== undefined && { address }),
    ...(flags.length > 0 && { flags }),
    ...(guid >= 0 && domain !== undefined && { domain }),
  });
  outputs.claimed.push(at);
  return rows;
};

function flagsIn(text: string): string[] {
  const found = FLAGS.exec(text);
  return found?.[0].length === text.length ? (found[1] ?? '').split(' ').filter(Boolean) : [];
}

/** The flags may go on in the next lines of a narrow console. */
function lastFlags(below: readonly PrintedLine[], first: number): number {
  let last = first;
  while (first >= 0 && last < first + 3 && /^[A-Z_0-9 x]+$/.test(below[last + 1]?.text ?? ''))
    last++;
  return last;
}

/** Lines of an output that ends before its flags: the labels with a name as value. */
function ownRows(below: readonly PrintedLine[], guid: number): number {
  let rows = Math.max(guid + 1, 1);
  while (rows < below.length && NAME.test(below[rows]?.text ?? '')) rows++;
  return rows + 1;
}
