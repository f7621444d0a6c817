/**
 * An exchange that stops at the server's NTLM challenge:
 *
 *     Authorization: NTLM TlRMTVNTUAABAAAA...       (type 1)
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: NTLM TlRMTVNTUAACAAAA...    (type 2)
 *
 * Certain about what the evidence shows. Whether the client answered is not in it: a paste may be cut.
 */
import { say } from '../../contract/step.ts';
import { proof } from '../../evidence/token/rules/words.ts';
import { legsOf } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

export const httpNtlmUnfinished: Rule = {
  id: 'http.ntlm-unfinished',
  says: "The exchange stops at the server's NTLM challenge.",
  needs: ['messages', 'tokens'],
  judge: (facts) =>
    legsOf(facts).flatMap((legs): Diagnosis[] => {
      const last = legs.at(-1);
      const challenge = last?.received.find(({ ntlm }) => ntlm?.type === 2);
      const isBegun = last?.sent.some(({ ntlm }) => ntlm?.type === 1) === true;
      if (!isBegun || !challenge) return [];
      return [
        {
          severity: 'info',
          title:
            "The exchange stops at the server's NTLM challenge: what the client answers to it is not here.",
          article: 'ntlm-flow',
          evidence: proof(challenge, 'ServerChallenge'),
          caveat: 'The 401 with the challenge is a normal step. The outcome is in what follows it.',
          next: [
            say(
              'Paste the next request on the same connection, with its NTLM type 3 message, and the answer to it. If there is none, look for what closes the connection.',
            ),
          ],
        },
      ];
    }),
};
