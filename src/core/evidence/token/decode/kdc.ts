/**
 * AS-REQ, TGS-REQ and their answers (RFC 4120 5.4): what client and KDC say to each other. They
 * reach a web server only with IAKERB, or as a KDC proxy.
 */
import { members, sequence, sequenceOf } from '../../../binary/asn1/structures.ts';
import { bits, integer, text, time } from '../../../binary/asn1/values.ts';
import { msgType, pvno } from './ap.ts';
import { showEtype } from '../../../codes/etypes.ts';
import { KDC_OPTIONS, showBits } from '../tables/flag-names.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import { padata } from './padata.ts';
import { encrypted, principal } from './principal.ts';
import { otherTicket, ticket } from './ticket.ts';
import { anything } from '../../../binary/asn1/anything.ts';

export const cname = principal<Kerberos>('cname', (kerberos, name) => {
  kerberos.cname = name;
});

export const crealm = text<Kerberos>('crealm', (kerberos, realm) => {
  kerberos.crealm = realm;
});

export const sname = principal<Kerberos>('sname', (kerberos, name, type) => {
  kerberos.sname = name;
  if (type !== undefined) kerberos.nameType = type;
});

export const realm = text<Kerberos>('realm', (kerberos, value) => {
  kerberos.realm = value;
});

const BODY = {
  0: bits<Kerberos>('kdc-options', undefined, (value) => showBits(value, KDC_OPTIONS)),
  1: cname,
  2: realm,
  3: sname,
  4: time<Kerberos>('from'),
  5: time<Kerberos>('till'),
  6: time<Kerberos>('rtime'),
  7: integer<Kerberos>('nonce'),
  8: sequenceOf<Kerberos>(
    'etype',
    integer(
      'etype',
      (kerberos, etype) => {
        (kerberos.etypes ??= []).push(etype);
      },
      showEtype,
    ),
  ),
  9: anything<Kerberos>('addresses'),
  10: encrypted<Kerberos>('enc-authorization-data'),
  11: sequenceOf<Kerberos>('additional-tickets', otherTicket),
};

/** The members of an AS-REQ or TGS-REQ, without its APPLICATION tag. */
export const kdcReq = members<Kerberos>({
  1: pvno,
  2: msgType,
  3: padata,
  4: sequence('req-body', BODY),
});

/** The members of an AS-REP or TGS-REP, without its APPLICATION tag. */
export const kdcRep = members<Kerberos>({
  0: pvno,
  1: msgType,
  2: padata,
  3: crealm,
  4: cname,
  5: ticket,
  6: encrypted('enc-part'),
});
