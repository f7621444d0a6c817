/** KRB-ERROR (RFC 4120 5.9.1): why a KDC or a service said no, in clear. */
import { members } from '../asn1/structures.ts';
import { holding, integer, text, time } from '../asn1/values.ts';
import { msgType, pvno } from './ap.ts';
import { readErrorData } from './error-data.ts';
import type { KerberosFacts } from './found.ts';
import { cname, crealm, realm, sname } from './kdc.ts';
import { KRB_ERRORS } from './krb-errors.ts';

/** The members of a KRB-ERROR, without its APPLICATION tag. */
export const krbError = members<KerberosFacts>({
  0: pvno,
  1: msgType,
  2: time<KerberosFacts>('ctime', (kerberos, iso) => {
    kerberos.clientTime = iso;
  }),
  3: integer<KerberosFacts>('cusec'),
  4: time<KerberosFacts>('stime', (kerberos, iso) => {
    kerberos.serverTime = iso;
  }),
  5: integer<KerberosFacts>('susec'),
  6: integer<KerberosFacts>(
    'error-code',
    (kerberos, code) => {
      kerberos.errorCode = code;
      const name = KRB_ERRORS[code];
      if (name !== undefined) kerberos.errorName = name;
    },
    (code) => ({ meaning: KRB_ERRORS[code] ?? 'An error code that is not known here.' }),
  ),
  7: crealm,
  8: cname,
  9: realm,
  10: sname,
  11: text<KerberosFacts>('e-text', (kerberos, value) => {
    kerberos.errorText = value;
  }),
  12: holding<KerberosFacts>('e-data', readErrorData),
});
