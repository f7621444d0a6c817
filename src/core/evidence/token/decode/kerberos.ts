/**
 * Kerberos messages by their APPLICATION tag (RFC 4120 5.10), and without it by their msg-type, as
 * some tools and test files have them.
 */
import type { Place, Read } from '../../../binary/asn1/place.ts';
import { wrapped } from '../../../binary/asn1/structures.ts';
import { readElement } from '../../../binary/asn1/tlv.ts';
import { addGroup } from '../../../binary/source.ts';
import { apRep, apReq } from './ap.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import type { Found } from './found.ts';
import { kdcRep, kdcReq } from './kdc.ts';
import { krbError } from './krb-error.ts';
import { krbCred, krbPriv, krbSafe, tgtRep, tgtReq } from './other-kerberos.ts';
import { ticketBody } from './ticket.ts';

interface Message {
  name: string;
  read: Read<Kerberos>;
}

/** By APPLICATION number; msg-type is the same number. */
const MESSAGES: Readonly<Record<number, Message>> = {
  1: { name: 'Ticket', read: ticketBody },
  10: { name: 'AS-REQ', read: kdcReq },
  11: { name: 'AS-REP', read: kdcRep },
  12: { name: 'TGS-REQ', read: kdcReq },
  13: { name: 'TGS-REP', read: kdcRep },
  14: { name: 'AP-REQ', read: apReq },
  15: { name: 'AP-REP', read: apRep },
  16: { name: 'TGT-REQ', read: tgtReq },
  17: { name: 'TGT-REP', read: tgtRep },
  20: { name: 'KRB-SAFE', read: krbSafe },
  21: { name: 'KRB-PRIV', read: krbPriv },
  22: { name: 'KRB-CRED', read: krbCred },
  30: { name: 'KRB-ERROR', read: krbError },
};

const APPLICATION = 0x60;
const SEQUENCE = 0x30;

/** The facts a message may fill in: the outermost Kerberos message is the one that is told. */
export function kerberosFacts(found: Found, message: string): Kerberos {
  found.layers.push(`Kerberos ${message}`);
  const facts: Kerberos = { message };
  found.kerberos ??= facts;
  return found.kerberos === facts ? facts : { message };
}

/** Reads a message as a field named after it; returns where it ends. */
function readAs(place: Place, found: Found, { name, read }: Message): number {
  return addGroup(place.source, place.out, name, place.start, (children) =>
    read({ ...place, out: children }, kerberosFacts(found, name)),
  );
}

/**
 * The number of the message without APPLICATION tag that starts here: `[0] pvno, [1] msg-type`, or
 * in requests `[1] pvno, [2] msg-type`. Undefined when it is none, or not all there yet.
 */
export function untaggedMessage(
  bytes: Uint8Array,
  start: number,
  limit: number,
): number | undefined {
  const outer = readElement(bytes, start, limit);
  if (typeof outer === 'string' || outer.tag !== SEQUENCE) return undefined;
  const at = (offset: number) => bytes[outer.content + offset] ?? -1;
  const first = at(0);
  const pvno = at(1) === 3 && at(2) === 2 && at(3) === 1 && at(4) === 5;
  const type = at(6) === 3 && at(7) === 2 && at(8) === 1;
  if (pvno && type && at(5) === first + 1 && (first === 0xa0 || first === 0xa1)) return at(9);
  // A Ticket has tkt-vno and then its realm.
  return pvno && first === 0xa0 && at(5) === 0xa1 && at(7) === 0x1b ? 1 : undefined;
}

/** Reads the Kerberos message at `place`; undefined when none starts there. */
export function readKerberos(place: Place, found: Found): number | undefined {
  const { bytes } = place.source;
  const identifier = bytes[place.start] ?? 0;
  if ((identifier & 0xe0) === APPLICATION) {
    const message = MESSAGES[identifier & 0x1f];
    return message && readAs(place, found, { ...message, read: wrapped(message.read) });
  }
  const number = untaggedMessage(bytes, place.start, place.limit);
  const message = number === undefined ? undefined : MESSAGES[number];
  return message && readAs(place, found, message);
}
