/**
 * A 401 whose headers are all there, and none of them is WWW-Authenticate:
 *
 *     HTTP/1.1 401 Unauthorized
 *     Server: Microsoft-IIS/10.0
 *     Content-Length: 0
 *                                          (an empty line)
 *
 * Certain about the answer as it arrived. A proxy may have removed the header, and an application may
 * answer so on purpose, as APIs do. Source: RFC 9110 15.5.2, which requires the header.
 */
import { run, say } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { legsOf } from '../join/legs.ts';
import type { Rule } from '../rule.ts';

export const httpNoOffer: Rule = {
  id: 'http.no-offer',
  says: 'The 401 offers no method.',
  needs: ['messages'],
  settles: [
    {
      check: 'negotiate-offered',
      state: 'failed',
      says: 'The 401 has no WWW-Authenticate header.',
    },
  ],
  judge: (facts) => {
    const legs = legsOf(facts).flat();
    const leg = legs.find(
      ({ request, answer }) =>
        answer?.status === 401 &&
        answer.isWhole === true &&
        answer.schemes === undefined &&
        request?.preflight !== true,
    );
    // One offer elsewhere shows that the site has one.
    const isOffered = legs.some(({ answer }) => answer?.schemes !== undefined);
    if (!leg?.answer || isOffered) return [];
    const host = leg.request?.host;
    return [
      {
        severity: 'warning',
        title: 'The 401 has no WWW-Authenticate header, so no client can know how to log on.',
        article: 'negotiate-header-missing',
        evidence: [leg.answer.at],
        caveat:
          'Only if the paste shows all headers. A proxy may have removed it, or the application itself answers 401.',
        next: [
          run('client', command`curl -v http://${[host, 'HOST']}/`),
          say('Ask the web server directly, past the proxy, and compare the headers.'),
          run(
            'server',
            command`appcmd list config "<site>" -section:system.webServer/security/authentication/windowsAuthentication`,
          ),
        ],
      },
    ];
  },
};
