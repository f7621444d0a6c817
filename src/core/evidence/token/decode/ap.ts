/** AP-REQ and AP-REP (RFC 4120 5.5): the client shows its ticket, the service proves it could read it. */
import { members } from '../../../binary/asn1/structures.ts';
import { bits, integer } from '../../../binary/asn1/values.ts';
import { AP_OPTIONS, bitNames, showBits } from '../tables/flag-names.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import { encrypted } from './principal.ts';
import { ticket } from './ticket.ts';

export const pvno = integer<Kerberos>('pvno');
export const msgType = integer<Kerberos>('msg-type');

/** The members of an AP-REQ, without its APPLICATION tag. */
export const apReq = members<Kerberos>({
  0: pvno,
  1: msgType,
  2: bits<Kerberos>(
    'ap-options',
    (kerberos, value) => {
      kerberos.apOptions = bitNames(value, AP_OPTIONS);
    },
    (value) => showBits(value, AP_OPTIONS),
  ),
  3: ticket,
  4: encrypted<Kerberos>('authenticator', (kerberos, { etype }) => {
    kerberos.authenticator = { etype };
  }),
});

/** The members of an AP-REP, without its APPLICATION tag. */
export const apRep = members<Kerberos>({ 0: pvno, 1: msgType, 2: encrypted('enc-part') });
