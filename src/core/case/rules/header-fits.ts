/**
 * A ticket that the server answered has passed HTTP.sys, whatever the answer is:
 *
 *     Authorization: Negotiate YIIGjAYG...     1,680 bytes
 *     HTTP/1.1 401 Unauthorized                not 400
 *
 * Certain for that user and path. Only in a case of several sources, next to others on the logon.
 */
import { isChallenge, legsOf, type Leg } from '../join/legs.ts';
import type { Rule } from '../rule.ts';

const TOO_LONG = 400;

export const headerFits: Rule = {
  id: 'case.header-too-long',
  says: 'The request header is too long for HTTP.sys.',
  needs: ['messages', 'tokens'],
  settles: [
    {
      check: 'header-size',
      state: 'passed',
      when: 'ruled-out',
      says: 'The server answered a request that carried a ticket, so its header was not too long.',
    },
  ],
  judge: (facts) => {
    if (facts.sources.length < 2) return [];
    const passed = legsOf(facts).flat().filter(carriesTicket);
    const isRefused = passed.some(({ answer }) => answer?.status === TOO_LONG);
    const places = passed.flatMap(({ request, answer }) => [request?.at ?? [], answer?.at ?? []]);
    return places.length > 0 && !isRefused ? { ruledOut: places.flat() } : [];
  },
};

function carriesTicket(leg: Leg): boolean {
  const status = leg.answer?.status ?? 0;
  const isAnswered = isChallenge(leg) || (status >= 200 && status < 400) || status === TOO_LONG;
  return isAnswered && leg.sent.some(({ kerberos }) => kerberos?.message === 'AP-REQ');
}
