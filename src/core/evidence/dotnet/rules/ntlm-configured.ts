/**
 * A WCF client that is set to NTLM:
 *
 *     ... unauthorized with client authentication scheme 'Ntlm'. ...
 *
 * Certain: WCF names the scheme of its binding.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { schemeOf } from './words.ts';

export const ntlmConfigured: Rule = {
  id: 'dotnet.ntlm-configured',
  says: 'The WCF client is set to NTLM.',
  needs: ['clientRefused'],
  settles: [
    { check: 'client-sent', state: 'failed', says: 'The client is set to NTLM, not to Negotiate.' },
  ],
  judge: (facts) =>
    facts
      .all('clientRefused')
      .filter((one) => one.program === 'wcf' && schemeOf(one) === 'NTLM')
      .slice(0, 1)
      .map(({ at }): Diagnosis => ({
        severity: 'info',
        title: 'The WCF client is set to NTLM, so it does not try Kerberos.',
        article: 'kerberos-or-ntlm',
        evidence: [at],
        next: [say('With clientCredentialType Windows it uses Negotiate.')],
      })),
};
