/** KRB-SAFE, KRB-PRIV, KRB-CRED (RFC 4120 5.6 to 5.8) and the user-to-user TGT-REQ and TGT-REP. */
import type { Read } from '../../../binary/asn1/place.ts';
import { members, sequenceOf } from '../../../binary/asn1/structures.ts';
import { anything } from '../../../binary/asn1/anything.ts';
import { msgType, pvno } from './ap.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import { realm, sname } from './kdc.ts';
import { encrypted } from './principal.ts';
import { otherTicket, ticket } from './ticket.ts';

export const krbSafe = members<Kerberos>({
  0: pvno,
  1: msgType,
  2: anything('safe-body'),
  3: anything('cksum'),
});

export const krbPriv = members<Kerberos>({ 0: pvno, 1: msgType, 3: encrypted('enc-part') });

/** Of several tickets the first is the one that is told; all of them are among the fields. */
const firstTicket: Read<Kerberos> = (place, into) =>
  (into.ticket === undefined && into.sname === undefined ? ticket : otherTicket)(place, into);

export const krbCred = members<Kerberos>({
  0: pvno,
  1: msgType,
  2: sequenceOf('tickets', firstTicket),
  3: encrypted('enc-part'),
});

/** draft-ietf-cat-user2user-03: asks the service for its TGT. */
export const tgtReq = members<Kerberos>({ 0: pvno, 1: msgType, 2: sname, 3: realm });

/** The service's TGT, with which the client gets a ticket the service can read. */
export const tgtRep = members<Kerberos>({ 0: pvno, 1: msgType, 2: ticket });
