/**
 * An NTLM logon without a message integrity code: nothing ties its three messages together.
 *
 *     Authorization: NTLM TlRMTVNTUAADAAAA...  (type 3, MsvAvFlags without 0x2)
 *
 * A client sends one only when the server's challenge carries a timestamp (MS-NLMP 3.1.5.1.2), so
 * it may be the server that is old. Whether the server insists is not in the token.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { proof } from './words.ts';

export const tokenNoMic: Rule = {
  id: 'token.no-mic',
  says: 'The logon carries no message integrity code.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const { ntlm, complete } = token;
      if (ntlm?.type !== 3 || ntlm.response !== 'NTLMv2' || !complete || ntlm.mic !== undefined) {
        return [];
      }
      return [
        {
          severity: 'info',
          title:
            'The logon carries no message integrity code: nobody can tell whether its messages were changed on the way.',
          article: 'decode-token',
          evidence: proof(token, 'MsvAvFlags', 'NtChallengeResponse'),
          caveat:
            'Clients send the code only when the server’s challenge carries a timestamp, so it may be the server that is old.',
        },
      ];
    }),
};
