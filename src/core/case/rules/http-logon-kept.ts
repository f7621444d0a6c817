/**
 * The server itself says that it accepted a Windows logon on this connection:
 *
 *     HTTP/1.1 200 OK
 *     Persistent-Auth: true
 *
 * Certain for IIS, which sends it after NTLM, and after Kerberos with authPersistNonNTLM. Told only
 * where the recording does not show the token, as then it is all that is known.
 */
import { say } from '../../contract/step.ts';
import { hostOfLeg, lastToken, legsOf } from '../join/legs.ts';
import type { Diagnosis, Rule } from '../rule.ts';

export const httpLogonKept: Rule = {
  id: 'http.logon-kept',
  says: 'The server accepted a Windows logon that the recording does not show.',
  needs: ['messages'],
  judge: (facts) =>
    legsOf(facts)
      .flat()
      .filter((leg) => leg.answer?.keepsLogon === true && lastToken(leg) === undefined)
      .slice(0, 1)
      .flatMap((leg): Diagnosis[] => {
        const { answer } = leg;
        if (!answer) return [];
        const host = hostOfLeg(leg);
        return [
          {
            severity: 'info',
            title: `The server${host === undefined ? '' : ` ${host}`} answers ${answer.status ?? ''} with Persistent-Auth: true: it accepted a Windows logon on this connection. The logon itself is not in the recording.`,
            article: 'auth-persistence',
            evidence: [answer.at],
            next: [
              say(
                'Whether it was Kerberos or NTLM: klist on the client, or event 4624 on the server.',
              ),
            ],
          },
        ];
      }),
};
