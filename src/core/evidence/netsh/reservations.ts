/**
 * `netsh http show urlacl`, in any display language: `SDDL: D:` ends each one.
 *
 *     Reserved URL            : https://*:8172/
 *         User: NT SERVICE\WMSvc
 *             Listen: Yes
 *             Delegate: No
 *         User: BUILTIN\Administrators
 *             Listen: Yes
 *             Delegate: No
 *             SDDL: D:(A;;GX;;;S-1-5-80-257763619-...)
 */
import { placeOfLines } from '../../text/line-parts.ts';
import { LABELLED, type Part } from './listing.ts';

const URL_LINE = /^[^:：]{3,40}[:：]\s{0,4}(https?:\/\/[^\s/]{1,255}:\d{1,5}(?:\/\S{0,500})?)$/i;
const SDDL = /^SDDL\s?:\s?[DOGS]:/i;
/** Lines of one reservation; each user has three. */
const LINES = 40;

export const reservation: Part = (lines, index, listing) => {
  const url = URL_LINE.exec(lines[index]?.text ?? '')?.[1];
  if (url === undefined) return 0;
  const below = lines.slice(index + 1, index + LINES).map(({ text }) => text);
  const next = below.findIndex((text) => URL_LINE.test(text));
  const end = below.findIndex((text, row) => SDDL.test(text) && (next < 0 || row < next));
  const isNamed = /^Reserved URL/i.test(lines[index]?.text ?? '');
  if (end < 0 && !isNamed) return 0;
  const own = below.slice(0, end < 0 ? 1 : end).map((text) => LABELLED.exec(text) ?? []);
  const label = own[0]?.[1];
  const users = own.flatMap(([, one, value]) =>
    one === label && value !== undefined ? value : [],
  );
  const at = placeOfLines(lines, index, end + 2);
  listing.facts.push({ kind: 'urlReservation', at: placeOfLines(lines, index), url, users });
  listing.claimed.push(at);
  return Math.max(end + 2, 1);
};
