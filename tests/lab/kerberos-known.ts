/** Kerberos tokens as far as they are known by construction: from the KDC's tools and the set-up. */
import type { Token } from '../../src/core/index.ts';
import { REALM, type Lab } from './lab.ts';
import { HOSTS } from './realm.ts';
import type { Known } from './scenario.ts';

const KERBEROS = '1.2.840.113554.1.2.2';

/** The client's token for a host, as the KDC's tools describe its ticket. */
export function request({ realm }: Lab, host: string): Known<Token> {
  const { sname, kvno, etype, sessionEtype } = realm.tickets.get(host) ?? {};
  return {
    complete: true,
    header: 'Authorization',
    scheme: 'Negotiate',
    layers: ['GSS', 'SPNEGO NegTokenInit', 'Kerberos AP-REQ'],
    spnego: { message: 'NegTokenInit', mechTypes: [KERBEROS] },
    kerberos: {
      message: 'AP-REQ',
      realm: REALM,
      sname,
      ticket: { etype, kvno },
      authenticator: { etype: sessionEtype },
      apOptions: ['mutual-required'],
    },
  };
}

export const withOptions = (token: Known<Token>, apOptions: string[]): Known<Token> => ({
  ...token,
  kerberos: { ...token.kerberos, apOptions },
});

export const ACCEPTED: Known<Token> = {
  complete: true,
  header: 'WWW-Authenticate',
  scheme: 'Negotiate',
  layers: ['SPNEGO NegTokenResp', 'Kerberos AP-REP'],
  spnego: { message: 'NegTokenResp', negState: 'accept-completed', supportedMech: KERBEROS },
  kerberos: { message: 'AP-REP' },
};

export const refused = (errorCode: number, errorName: string): Known<Token> => ({
  complete: true,
  header: 'WWW-Authenticate',
  scheme: 'Negotiate',
  layers: ['SPNEGO NegTokenResp', 'Kerberos KRB-ERROR'],
  spnego: { message: 'NegTokenResp', negState: 'reject' },
  kerberos: {
    message: 'KRB-ERROR',
    errorCode,
    errorName,
    realm: REALM,
    sname: `HTTP/${HOSTS.aes256}`,
  },
});
