/**
 * Authentication is over:
 *
 *     AUTH_SUCCEEDED   NTLMUsed="false", RemoteUserName="CONTOSO\alex"
 *
 * A 401 after that comes from authorization or from the application. NTLMUsed is false for Kerberos, and
 * for every method that is not Windows authentication, anonymous included: only AUTH_REQUEST_AUTH_TYPE
 * tells these apart (seen in traces of anonymous requests).
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { stated, told } from '../../../text/told.ts';
import { SHOWN } from './wording.ts';

type Logon = FactOf<'tracedLogon'>;

const NTLM = 'freb.signed-in-ntlm';
const KERBEROS = 'freb.signed-in-kerberos';
const ANONYMOUS = 'freb.anonymous';

export const signedIn: Rule = {
  id: 'freb.signed-in',
  says: 'IIS accepted the logon.',
  needs: ['tracedLogon'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      finding: NTLM,
      says: 'The trace shows a logon with NTLM.',
    },
    {
      check: 'client-sent',
      state: 'passed',
      finding: KERBEROS,
      says: 'The trace shows a logon with Windows authentication that did not use NTLM.',
    },
    {
      check: 'client-sent',
      state: 'known',
      says: 'The trace shows an accepted logon without NTLM; it does not show whether it was Kerberos, or a method other than Windows authentication.',
    },
  ],
  judge: (facts) => facts.all('tracedLogon').slice(0, SHOWN).map(diagnosis),
};

const AFTER =
  'a 401 that follows comes from authorization or from the application, not from the logon.';

function diagnosis(logon: Logon): Diagnosis {
  const { at, user, isNtlm, method } = logon;
  const base = { severity: 'info', article: 'failed-request-tracing', evidence: [at] } as const;
  if (method === 'Anonymous' || (!user && isNtlm !== true)) {
    return {
      ...base,
      id: ANONYMOUS,
      ...told`${stated('AUTH_SUCCEEDED', at)} of an anonymous request: nobody was asked to sign in.`,
    };
  }
  const who = user ? stated(user.written, at) : 'a user';
  if (isNtlm === true) {
    return { ...base, id: NTLM, ...told`IIS accepted the logon of ${who} with NTLM; ${AFTER}` };
  }
  if (method === 'Windows' && isNtlm === false) {
    return {
      ...base,
      id: KERBEROS,
      ...told`IIS accepted the logon of ${who} with Kerberos; ${AFTER}`,
    };
  }
  return {
    ...base,
    ...told`IIS accepted the logon of ${who}, without NTLM; ${AFTER}`,
    caveat:
      'NTLMUsed is false for Kerberos, and for Basic, Digest and certificates as well. AUTH_REQUEST_AUTH_TYPE, a little before, names the method.',
  };
}
