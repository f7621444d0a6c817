/** Kerberos, from a curl or Chromium that has a ticket to an Apache that can open it or cannot. */
import type { Token } from '../../src/core/index.ts';
import { chromium, curl, loop } from './clients.ts';
import { ACCEPTED, refused, request, withOptions } from './kerberos-known.ts';
import { USER } from './lab.ts';
import { HOSTS, type Keytab } from './realm.ts';
import type { Known, Scenario } from './scenario.ts';

const NEGOTIATE = ['--negotiate', '-u', ':'];

function opens(name: string, host: string): Scenario {
  return {
    name,
    how: `curl --negotiate to ${host}, whose key is in Apache's keytab`,
    make: (lab) =>
      curl(lab.programs, lab.withTicket, { host, port: lab.port('right'), args: NEGOTIATE }),
    expected: (lab) => ({
      status: 200,
      finding: host === HOSTS.rc4 ? 'token.rc4-ticket' : 'http.ticket-accepted',
      tokens: [request(lab, host), ACCEPTED],
    }),
  };
}

function refuses(name: string, keytab: Keytab, how: string, error: Known<Token>): Scenario {
  return {
    name,
    how: `curl --negotiate; ${how}`,
    make: (lab) =>
      curl(lab.programs, lab.withTicket, {
        host: HOSTS.aes256,
        port: lab.port(keytab),
        args: NEGOTIATE,
      }),
    expected: (lab) => ({
      status: 401,
      finding: 'token.krb-error',
      tokens: [request(lab, HOSTS.aes256), error],
    }),
  };
}

export const KERBEROS_SCENARIOS: readonly Scenario[] = [
  opens('right keytab, AES-256', HOSTS.aes256),
  opens('right keytab, AES-128', HOSTS.aes128),
  opens('right keytab, RC4', HOSTS.rc4),
  refuses(
    'wrong keytab',
    'wrong',
    'the keytab has another key of the same version',
    refused(31, 'KRB_AP_ERR_BAD_INTEGRITY'),
  ),
  refuses(
    'other principal',
    'principal',
    'the keytab has another service only',
    refused(35, 'KRB_AP_ERR_NOT_US'),
  ),
  refuses(
    'other kvno',
    'kvno',
    'the keytab has the version before',
    refused(44, 'KRB_AP_ERR_BADKEYVER'),
  ),
  {
    name: 'no ticket',
    how: 'curl --negotiate without a ticket sends nothing',
    make: (lab) =>
      curl(lab.programs, lab.withoutTicket, {
        host: HOSTS.aes256,
        port: lab.port('right'),
        args: NEGOTIATE,
      }),
    expected: () => ({ status: 401, finding: 'http.offer', tokens: [] }),
  },
  {
    name: 'Chromium',
    how: 'chromium --headless to Apache with the right keytab',
    make: (lab) =>
      chromium(lab.programs, lab.withTicket, { host: HOSTS.aes256, port: lab.port('right') }),
    expected: (lab) => ({
      status: 200,
      finding: 'http.ticket-accepted',
      // Chromium asks for no proof of the server's identity, so the server gives none.
      tokens: [
        withOptions(request(lab, HOSTS.aes256), []),
        { ...ACCEPTED, layers: ['SPNEGO NegTokenResp'], kerberos: undefined },
      ],
    }),
  },
  {
    name: 'Kerberos without SPNEGO',
    how: 'python3-gssapi on both sides, mechanism krb5',
    make: (lab) =>
      loop(
        lab.programs,
        { ...lab.withTicket, KRB5_KTNAME: lab.realm.keytab('right') },
        { way: 'krb5', scheme: 'Negotiate', names: [USER, 'PORTAL'] },
      ),
    expected: (lab) => ({
      status: 200,
      finding: 'http.ticket-accepted',
      tokens: [
        { ...request(lab, HOSTS.aes256), layers: ['GSS', 'Kerberos AP-REQ'], spnego: undefined },
        { complete: true, layers: ['GSS', 'Kerberos AP-REP'], kerberos: { message: 'AP-REP' } },
      ],
    }),
  },
];
