/**
 * An NTLMv1 or LM response: old, easy to break, and refused wherever NTLMv2 is required.
 *
 *     Authorization: NTLM TlRMTVNTUAADAAAA...  (NtChallengeResponse of 24 bytes)
 *
 * Certain about the response. With NTLM2 session security it is a little stronger and still NTLMv1.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { proof, userOf } from './words.ts';

export const tokenNtlmV1: Rule = {
  id: 'token.ntlmv1',
  says: 'The client answers with NTLMv1 or LM.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const { response, workstation } = token.ntlm ?? {};
      if (response !== 'NTLMv1' && response !== 'LMv1') return [];
      const who = userOf(token) ?? 'The client';
      const from = workstation ? ` from ${workstation}` : '';
      return [
        {
          severity: 'warning',
          title: `${who} answers with ${response}${from}; servers and domain controllers that require NTLMv2 refuse it.`,
          article: 'ntlm-disabled-or-blocked',
          evidence: proof(token, 'NtChallengeResponse', 'LmChallengeResponse'),
          next: [
            run(
              'client',
              command`reg query HKLM\\System\\CurrentControlSet\\Control\\Lsa /v LmCompatibilityLevel`,
            ),
            say('Run it on the client: 3 or more sends NTLMv2 only.'),
          ],
        },
      ];
    }),
};
