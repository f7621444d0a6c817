/**
 * Requests without credentials, again and again, although the server offers Windows authentication:
 *
 *     GET /app HTTP/1.1
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: Negotiate
 *     GET /app HTTP/1.1
 *     HTTP/1.1 401 Unauthorized
 *
 * Can be wrong where the evidence leaves credentials out: browsers do when they export or copy.
 */
import { run, say } from '../../contract/step.ts';
import { counted } from '../../text/counted.ts';
import { command } from '../../text/escape/command.ts';
import { hostOfLeg, legsOf, windowsOffers, type Leg } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

/** Requests of one source that show it. */
const FEWEST = 2;

export const httpUnanswered: Rule = {
  id: 'http.unanswered',
  says: 'The client never answers the offer.',
  needs: ['messages'],
  settles: [
    {
      check: 'client-sent',
      state: 'known',
      says: 'No request in the evidence carries credentials.',
    },
  ],
  judge: (facts) =>
    legsOf(facts).flatMap((legs): Diagnosis[] => {
      const refused = legs.filter(isUnanswered);
      const [first] = refused;
      const isAnswered = legs.some(({ request, sent }) => request?.schemes ?? sent.length > 0);
      const hosts = new Set(refused.map(hostOfLeg));
      if (!first || refused.length < FEWEST || isAnswered || hosts.size > 1) return [];
      const host = hostOfLeg(first);
      return [
        {
          severity: 'warning',
          title: `The client never answers the offer of ${[...new Set(windowsOffers(first))].join(', ')}: ${counted(refused.length, 'request')}, none with credentials.`,
          article: 'client-no-credentials',
          evidence: refused.flatMap(({ answer }) => answer?.at ?? []).slice(0, 5),
          caveat:
            'Only if the source shows credentials at all: exports of browsers leave them out unless they are made with sensitive data.',
          next: [
            run('client', command`curl -v --negotiate -u : http://${[host, 'HOST']}/`),
            say(
              'A browser answers on its own only for hosts on its allow list or in the Local intranet zone; a program has to be given credentials.',
            ),
          ],
        },
      ];
    }),
};

function isUnanswered(leg: Leg): boolean {
  const { request, answer } = leg;
  return (
    request?.method !== undefined &&
    !request.lacksCredentials &&
    request.method !== 'OPTIONS' &&
    answer?.status === 401 &&
    windowsOffers(leg).length > 0
  );
}
