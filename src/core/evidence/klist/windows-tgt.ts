/**
 * `klist tgt` of Windows: the ticket-granting ticket, with its session key when klist runs elevated.
 * That key is a secret, so its bytes are in no fact.
 *
 *     ServiceName        : krbtgt
 *     TargetName (SPN)   : krbtgt
 *     ClientName, DomainName, TargetDomainName, AltTargetDomainName
 *     Ticket Flags       : 0x40e10000 -> forwardable renewable initial pre_authent name_canonicalize
 *     Session Key        : KeyType 0x12 - AES-256-CTS-HMAC-SHA1-96
 *                        : KeyLength 32 - 00 00 00 ...
 *     StartTime, EndTime, RenewUntil, TimeSkew, EncodedTicket
 *
 * The type of the session key says nothing about the ticket's own encryption type.
 */
import { spnOf } from '../../facts/names.ts';
import { clientOf, type Part } from './listing.ts';
import { flagNames } from './windows-fields.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';

/** Lines of the output without the encoded ticket, and of a ticket of 64 KiB. */
const TGT_LINES = 40;
const TICKET_LINES = 4_096;

const KRBTGT = /:\s{0,4}krbtgt$/i;
const NAME = /:\s{0,4}(\S{1,255})$/;
const FLAGS = /0x[0-9a-f]{1,8}\s?-(?:>|&gt;)\s?(.*)$/i;
const KEY = /:\s{0,4}\S{1,40} \d{1,4} - ((?:[0-9a-f]{2} ?){1,300})/i;
const HEX_ROW = /^(?:[0-9a-f]{4}\s)?\s?(?:[0-9a-f]{2}[ :]?){2,16}(?:\s|$)/i;
const DATE = /:\s{0,4}(\S{1,12} \d{1,2}[:.]\d{2}[:.]\d{2}(?: [AP]M)?)/;
const SIZE = /:\s{0,4}\([^()]{0,20}\d{1,6}\)$/;

export const windowsTgt: Part = (lines, index, listing) => {
  const at = lines[index + 1];
  if (!at || !KRBTGT.test(lines[index]?.text ?? '') || !KRBTGT.test(at.text)) return 0;
  const [client, domain, target] = [2, 3, 4].map((row) => nameIn(lines[index + row]));
  const rest = lines.slice(index + 2, index + TGT_LINES).map(({ text }) => text);
  const size = rest.findIndex((text) => SIZE.test(text));
  const own = size < 0 ? rest.slice(0, lastOwn(rest) + 1) : rest.slice(0, size + 1);
  const spn = spnOf(`krbtgt/${target ?? domain ?? ''}`);
  if (!spn) return 2;
  const flags = own.flatMap((text) => flagNames(FLAGS.exec(text)?.[1] ?? ''));
  const end = own.flatMap((text) => DATE.exec(text)?.[1] ?? [])[1];
  const key = own.flatMap((text) => KEY.exec(text)?.[1] ?? []).join('');
  listing.facts.push({
    kind: 'ticket',
    at,
    spn,
    seen: 'cache',
    ...(client !== undefined && { client: clientOf(client, domain ?? '') }),
    ...(domain !== undefined && { realm: domain.toUpperCase() }),
    ...(flags.length > 0 && { flags }),
    ...(end !== undefined && { end }),
    ...(/[1-9a-f]/i.test(key) && { showsSessionKey: true }),
  });
  const read = 2 + own.length;
  return read + (size < 0 ? 0 : hexRows(lines, index + read));
};

function nameIn(line: PrintedLine | undefined): string | undefined {
  return NAME.exec(line?.text ?? '')?.[1];
}

/** Index of the last line of an output that was cut off. */
function lastOwn(rest: readonly string[]): number {
  return rest.findLastIndex(
    (text, row) =>
      row < 12 &&
      (NAME.test(text) ||
        DATE.test(text) ||
        FLAGS.test(text) ||
        KEY.test(text) ||
        HEX_ROW.test(text)),
  );
}

/** Rows of the encoded ticket's dump. */
function hexRows(lines: readonly PrintedLine[], from: number): number {
  let rows = 0;
  while (rows < TICKET_LINES && HEX_ROW.test(lines[from + rows]?.text ?? '')) rows++;
  return rows;
}
