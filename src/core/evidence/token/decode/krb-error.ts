/** KRB-ERROR (RFC 4120 5.9.1): why a KDC or a service said no, in clear. */
import { members } from '../../../binary/asn1/structures.ts';
import { holding, integer, text, time } from '../../../binary/asn1/values.ts';
import { describeKerberos } from '../../../codes/lookup.ts';
import { msgType, pvno } from './ap.ts';
import { readErrorData } from './error-data.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import { cname, crealm, realm, sname } from './kdc.ts';

/** The members of a KRB-ERROR, without its APPLICATION tag. */
export const krbError = members<Kerberos>({
  0: pvno,
  1: msgType,
  2: time<Kerberos>('ctime', (kerberos, iso) => {
    kerberos.clientTime = iso;
  }),
  3: integer<Kerberos>('cusec'),
  4: time<Kerberos>('stime', (kerberos, iso) => {
    kerberos.serverTime = iso;
  }),
  5: integer<Kerberos>('susec'),
  6: integer<Kerberos>(
    'error-code',
    (kerberos, code) => {
      kerberos.errorCode = code;
      const name = describeKerberos(code)?.name;
      if (name !== undefined) kerberos.errorName = name;
    },
    (code) => {
      const label = describeKerberos(code)?.name;
      return label === undefined
        ? { meaning: 'An error code that is not known here.' }
        : { label, meaning: label };
    },
  ),
  7: crealm,
  8: cname,
  9: realm,
  10: sname,
  11: text<Kerberos>('e-text', (kerberos, value) => {
    kerberos.errorText = value;
  }),
  12: holding<Kerberos>('e-data', readErrorData),
});
