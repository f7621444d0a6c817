/**
 * What klist.exe prints when it fails. The codes are the same in every language; which call failed is
 * in the line above them, and the SPN only in the command:
 *
 *     C:\>klist get HTTP/portal.contoso.com
 *     Error calling API LsaCallAuthenticationPackage (GetTicket substatus): 0x6fb
 *     klist failed with 0xc000018b/-1073741429: The SAM database on the Windows Server does not ...
 *
 * The substatus may be decimal. The message is that of the NTSTATUS, and misleading for some of them.
 */
import { spnOf } from '../../facts/names.ts';
import type { Listing, Part } from './listing.ts';
import { placeOf, type PrintedLine } from '../../text/printed-lines.ts';
import { statusOf } from './status-names.ts';

const SUBSTATUS =
  /LsaCallAuthenticationPackage([^:：]{0,80})[:：]\s{0,4}(0x[0-9a-f]{1,8}|\d{1,10})\b/di;
/** One number twice: unsigned in hexadecimal, signed in decimal. */
const TWICE = /\b0x([0-9a-f]{8})\/(-\d{5,10})\b/di;
const ONCE = /^klist\s.{1,60}?\b0x([89c][0-9a-f]{7})\b/di;

/** Codes that are about the session and not about the ticket. */
const OF_SESSION = new Set([0xc0000022, 0xc000005f, 0xc0000061, 0x8009030e, 5, 1312]);

export const windowsFailure: Part = (lines, index, listing) => {
  const line = lines[index];
  const substatus = SUBSTATUS.exec(line?.text ?? '');
  // The two lines are often pasted as one.
  for (let next = index; next < index + (substatus ? 3 : 1); next++) {
    const failed = lines[next];
    const found = failed && failureIn(failed);
    if (!failed || !found) continue;
    state(listing, failed, found.code, substatus?.[1]);
    return next - index + 1 + messageRows(lines, next);
  }
  // A zero is the start of a number that was cut off.
  if (!line || !substatus || Number(substatus[2]) === 0) return 0;
  state(listing, placeOf(line, substatus, 0), Number(substatus[2]), substatus[1]);
  return 1;
};

function failureIn({ text }: PrintedLine): { code: number } | undefined {
  const [, hex = '', decimal] = TWICE.exec(text) ?? [];
  if (hex !== '' && (Number.parseInt(hex, 16) | 0) === Number(decimal)) {
    return { code: Number.parseInt(hex, 16) };
  }
  const once = ONCE.exec(text)?.[1];
  return once === undefined ? undefined : { code: Number.parseInt(once, 16) };
}

function state(
  listing: Listing,
  { start, end }: { start: number; end: number },
  code: number,
  call: string | undefined,
): void {
  const at = { start, end };
  const { verb, spn } = listing.command ?? {};
  const known = call === undefined ? verb : /getticket/i.test(call) ? 'get' : 'list';
  if (known === 'get' || (known === undefined && !OF_SESSION.has(code))) {
    listing.facts.push({
      kind: 'ticketRefused',
      at,
      ...(spn && { spn }),
      ...statusOf(code),
      told: 'klist',
    });
  } else listing.facts.push({ kind: 'ticketCacheUnreadable', at, ...statusOf(code) });
}

/** A message that goes on in the next line: 1, else 0. */
function messageRows(lines: readonly PrintedLine[], index: number): number {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || next?.line !== line.line + 1) return 0;
  return /[\d:][^.!)}。]*$/.test(line.text) && /\d: ./.test(line.text) && /[.!。]$/.test(next.text)
    ? 1
    : 0;
}

const RETRIEVED = /ticket to (\S{3,255}) has been retrieved/di;

/** `A ticket to HTTP/portal.contoso.com has been retrieved successfully.` The list below shows it too. */
export const ticketRetrieved: Part = (lines, index, listing) => {
  const line = lines[index];
  const found = RETRIEVED.exec(line?.text ?? '');
  if (!line || !found) return 0;
  const spn = spnOf(found[1] ?? '');
  if (spn) {
    listing.retrieved.push({ kind: 'ticket', at: placeOf(line, found, 1), spn, seen: 'cache' });
  }
  return 1;
};
