/**
 * Keytabs as MIT (`klist -k`, `-ke`, `-kt`, ktutil) and Heimdal (`ktutil list`) list them:
 *
 *     Keytab name: FILE:/etc/krb5.keytab
 *     KVNO Timestamp           Principal
 *     ---- ------------------- ------------------------------------------
 *        4 12/30/2021 14:02:08 HTTP/portal.contoso.com@CONTOSO.COM (aes256-cts-hmac-sha1-96)
 *
 *     Vno  Type                     Principal
 *       4  aes256-cts-hmac-sha1-96  HTTP/portal.contoso.com@CONTOSO.COM
 *
 * `klist -K` prints the keys as well; they are in no fact.
 */
import { etypeOfName } from '../../codes/etype-of-name.ts';
import { spnOf } from '../../facts/names.ts';
import type { Part } from './listing.ts';
import { placeOf } from '../../text/printed-lines.ts';
import { WHEN } from './unix-dates.ts';

const HEAD =
  /^(?:slot +)?(?:KVNO|Vno)(?: {1,60}[A-Z][a-z]{2,20}){1,3}$|^key ?tab[^:]{0,20}:\s{0,4}\S+$/i;
const RULE = /^[-. ]{4,}$/;
const KEY = String.raw`(?:\s{1,10}\((?:0x?[0-9a-fA-F]{0,512})?\)?)?`;
const MIT = new RegExp(
  `^(?:\\d{1,6}\\s{1,20})?(\\d{1,10})\\s{1,20}(?:${WHEN}\\s{1,20})?(\\S{1,255}@\\S{1,255}?)(?:\\s{1,10}\\(([^()]{0,60})\\)?)?${KEY}$`,
  'du',
);
const HEIMDAL = /^(\d{1,10})\s{1,20}([\w-]{5,60})\s{1,40}(\S{1,255}@\S{1,255})/d;

export const keytabRow: Part = (lines, index, listing) => {
  const line = lines[index];
  if (!line) return 0;
  if (HEAD.test(line.text)) {
    listing.inKeytab = true;
    return 1;
  }
  const mit = MIT.exec(line.text);
  const found = mit ?? HEIMDAL.exec(line.text);
  const etype = etypeOfName(found?.[mit ? 3 : 2] ?? '');
  if (!found || (!listing.inKeytab && etype === undefined) || (!mit && etype === undefined)) {
    listing.inKeytab &&= RULE.test(line.text);
    return 0;
  }
  const principal = found[mit ? 2 : 3] ?? '';
  const spn = spnOf(principal);
  listing.facts.push({
    kind: 'keytabEntry',
    at: placeOf(line, found, mit ? 2 : 3),
    ...(spn && { spn }),
    principal,
    kvno: Number(found[1]),
    ...(etype !== undefined && { etype }),
  });
  return 1;
};
