/**
 * A CORS preflight that is asked for a logon:
 *
 *     OPTIONS /orders HTTP/1.1
 *     Origin: https://portal.contoso.com
 *     Access-Control-Request-Method: PUT
 *
 *     HTTP/1.1 401 Unauthorized
 *
 * Certain: no browser sends credentials with a preflight, and none answers its 401.
 * Source: Fetch Standard, 4.8 CORS-preflight fetch.
 */
import { run, say } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { legsOf } from '../join/legs.ts';
import type { Rule } from '../rule.ts';

export const httpCorsPreflight: Rule = {
  id: 'http.cors-preflight',
  says: 'The 401 answers a CORS preflight, with which a browser never sends credentials.',
  needs: ['messages'],
  judge: (facts) => {
    const leg = legsOf(facts)
      .flat()
      .find(({ request, answer }) => request?.preflight === true && answer?.status === 401);
    if (!leg?.request || !leg.answer) return [];
    const { host, target } = leg.request;
    return [
      {
        severity: 'error',
        title: `The 401 answers a CORS preflight${target === undefined ? '' : ` for ${target}`}: a browser never sends credentials with OPTIONS, so the request behind it is never made.`,
        article: 'cors-preflight-401',
        evidence: [leg.request.at, leg.answer.at],
        next: [
          say(
            'Let the server answer OPTIONS without a logon, and with the CORS headers: on IIS with the CORS module, in ASP.NET Core with UseCors before UseAuthentication.',
          ),
          run(
            'client',
            command`curl -i -X OPTIONS -H "Origin: https://<ORIGIN>" -H "Access-Control-Request-Method: GET" http://${[host, 'HOST']}/`,
          ),
        ],
      },
    ];
  },
};
