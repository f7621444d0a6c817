/**
 * WCF names what the client used and what the server answered:
 *
 *     ... client authentication scheme 'Negotiate'. The authentication header received from the server was 'Negotiate,NTLM'.
 *
 * Certain about both. Why the server refused is not in it.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { isAnonymous, offersOf, schemeOf, type Refused } from './words.ts';

export const refusedByWcf: Rule = {
  id: 'dotnet.refused',
  says: 'The server refused what the WCF client used.',
  needs: ['clientRefused'],
  settles: [
    {
      check: 'client-sent',
      state: 'known',
      says: 'The client used the scheme that WCF names; under Negotiate that is Kerberos or NTLM.',
    },
  ],
  judge: (facts) =>
    facts
      .all('clientRefused')
      .filter((one) => one.program === 'wcf' && one.offered && !isAnonymous(one))
      .slice(0, 1)
      .map(diagnose),
};

const ROW = say(
  'If the server is IIS, paste the rows of this request from its log, with sc-substatus and sc-win32-status: they have the reason.',
);

function diagnose(refused: Refused): Diagnosis {
  const scheme = schemeOf(refused) ?? '';
  const { offered = [], isContinued, at } = refused;
  const evidence = [at];
  if (isContinued) {
    return {
      severity: 'error',
      title: `The WCF client used ${scheme}, and the server refused it within the handshake: its answer still has a token.`,
      article: 'dotnet-httpclient-401',
      evidence,
      caveat:
        'If it works over HTTP and fails over HTTPS, Extended Protection is the likely reason; a wrong account or SPN looks the same.',
      next: [ROW, say('Paste the whole header: its token may name the error.')],
    };
  }
  if (!offered.includes(scheme)) {
    return {
      severity: 'error',
      title: `The WCF client used ${scheme}, and the server offers ${offersOf(refused)}.`,
      article: 'dotnet-httpclient-401',
      evidence,
      next: [
        say(
          'Set clientCredentialType of the binding to what the server offers: Windows for Negotiate, Ntlm, or Basic.',
        ),
      ],
    };
  }
  return {
    severity: 'error',
    title: `The WCF client used ${scheme}, which the server offers (${offersOf(refused)}), and was refused.`,
    article: 'dotnet-httpclient-401',
    evidence,
    caveat:
      'A client without credentials, a wrong account, SPN, or Extended Protection look alike here.',
    next: [ROW],
  };
}
