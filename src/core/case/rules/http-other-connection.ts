/**
 * An NTLM logon whose steps went over two connections, as a recording that tells them apart shows:
 *
 *     connection 41:  401, WWW-Authenticate: NTLM TlRMTVNTUAACAAAA...      (type 2)
 *     connection 42:  Authorization: NTLM TlRMTVNTUAADAAAA...              (type 3)  ->  401
 *
 * Certain about the connections of the recorder. The challenge belongs to its connection, so another
 * one has no use for the answer. Source: MS-NTHT 1.3, RFC 4559 6.
 */
import { say } from '../../contract/step.ts';
import { attemptsIn, changesConnection } from '../join/exchanges.ts';
import { isChallenge, legsOf } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

export const httpOtherConnection: Rule = {
  id: 'http.other-connection',
  says: 'The NTLM logon went over two connections.',
  needs: ['messages', 'tokens'],
  judge: (facts) =>
    legsOf(facts)
      .flatMap(attemptsIn)
      .filter((attempt) => changesConnection(attempt) && attempt.slice(-1).some(isChallenge))
      .slice(0, 1)
      .map((attempt): Diagnosis => ({
        severity: 'error',
        title:
          'The client answers the NTLM challenge on another connection than the one it came on, and the server begins anew: NTLM has to stay on one connection.',
        article: 'ntlm-split-by-load-balancer',
        evidence: attempt.flatMap(({ request, answer }) =>
          [request, answer].flatMap((message) => message?.at ?? []),
        ),
        next: [
          say(
            'Look for what closes or shares connections between client and IIS: a proxy, a load balancer without affinity, keep-alive that is turned off.',
          ),
        ],
      })),
};
