/**
 * A program and its 401, without a word on the reason:
 *
 *     Authenticator = new NtlmAuthenticator(...)
 *     Get 401
 *
 * Certain that nothing more is in it. Where anything else is, that is told instead.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';

export const noReason: Rule = {
  id: 'dotnet.no-reason',
  says: 'The program got a 401, and the reason is not told.',
  needs: ['clientRefused'],
  judge: (facts) => {
    const isAlone = facts.codes.length === 0 && facts.messages.length === 0 && !facts.log;
    return facts
      .all('clientRefused')
      .filter(({ program }) => program === 'dotnet' && isAlone)
      .slice(0, 1)
      .map(({ scheme, at }): Diagnosis => ({
        severity: 'info',
        title: `The program ${scheme === undefined ? 'sends credentials' : `is set to ${scheme}`} and got a 401; the reason is not in what is pasted.`,
        article: 'dotnet-httpclient-401',
        evidence: [at],
        next: [
          say(
            'Paste the rows of this request from the IIS log, with sc-substatus and sc-win32-status: they have the reason.',
          ),
          say('Paste the WWW-Authenticate headers of the answer: they say what the server takes.'),
        ],
      }));
  },
};
