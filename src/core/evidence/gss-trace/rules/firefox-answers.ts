/**
 * Firefox's own log says whether it may answer a host:
 *
 *     service = portal.contoso.com                             allowed
 *     nsHttpNegotiateAuth::ChallengeReceived URI blocked       not allowed
 *
 * Certain for the host that is named. The refusal has a message of its own, which is read as such.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const firefoxAnswers: Rule = {
  id: 'gss-trace.firefox-answers',
  says: 'Firefox may answer Negotiate for the host.',
  needs: ['browserAnswer'],
  settles: [
    {
      check: 'browser-answers',
      state: 'passed',
      says: 'Firefox may answer Negotiate for the host: its log names the host as a service.',
    },
  ],
  judge: (facts) =>
    facts
      .all('browserAnswer')
      .filter(({ isAllowed }) => isAllowed)
      .slice(0, 1)
      .map(({ host = '', delegates, at }): Diagnosis => {
        const more = delegates === true ? ', and pass the logon on to it' : '';
        return {
          severity: 'info',
          ...told`Firefox may answer Negotiate for ${stated(host, at)}${more}.`,
          article: 'firefox-policies',
          evidence: [at],
          next: [run('client', command`curl -v --negotiate -u : http://${[host, 'HOST']}/`)],
        };
      }),
};
