/**
 * The client's cache as `ipconfig /displaydns` lists it; the labels are translated, the dots, the
 * order and the numbers of the record types (1 A, 5 CNAME, 28 AAAA) are not.
 *
 *     Record Name . . . . . : portal.contoso.com
 *     Record Type . . . . . : 5
 *     Time To Live  . . . . : 3600
 *     Data Length . . . . . : 8
 *     Section . . . . . . . : Answer
 *     CNAME Record  . . . . : web01.contoso.com
 */
import { cover } from '../../facts/span.ts';
import type { DnsLine } from './dns-lines.ts';
import { isAddressText, isHostText, type Statement } from './statement.ts';

const DOTTED = /^\s{0,20}\S[^:]{0,60}?(?:\s\.){2,30}\s{0,3}: ?(\S{1,255})$/;
const FIELDS = 6;

export function readDisplayDns(lines: readonly DnsLine[]): Statement[] {
  const values = lines.map(({ text }) => DOTTED.exec(text)?.[1] ?? '');
  return values.flatMap((name, index): Statement[] => {
    const type = values[index + 1] ?? '';
    const record = lines.slice(index, index + FIELDS);
    const value = values[index + FIELDS - 1] ?? '';
    const at = cover(record.map((line) => line.at));
    if (!/^(?:1|5|28)$/.test(type) || !isHostText(name) || !at) return [];
    if (type === '5') return isHostText(value) ? [{ says: 'alias', name, value, at }] : [];
    return isAddressText(value) ? [{ says: 'address', name, value, at }] : [];
  });
}
