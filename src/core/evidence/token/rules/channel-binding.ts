/**
 * An NTLM logon that is bound to no TLS channel: MsvAvChannelBindings is zero or missing.
 *
 *     Authorization: NTLM TlRMTVNTUAADAAAA...  (AvId 10, sixteen zero bytes)
 *
 * Matters only when the server requires Extended Protection, which the token does not tell. Over
 * plain HTTP there is nothing to bind to, so zeros are right there.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { proof } from './words.ts';

const ZERO = /^0+$/;

export const tokenChannelBinding: Rule = {
  id: 'token.no-channel-binding',
  says: 'The logon is bound to no TLS channel.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const { ntlm, complete } = token;
      if (ntlm?.type !== 3 || ntlm.response !== 'NTLMv2' || !complete) return [];
      const { MsvAvChannelBindings: binding } = ntlm.targetInfo ?? {};
      if (binding !== undefined && !ZERO.test(binding)) return [];
      const how =
        binding === undefined ? 'carries no channel binding' : 'carries an empty channel binding';
      return [
        {
          severity: 'info',
          title: `The logon ${how}: a server that requires Extended Protection over HTTPS refuses it.`,
          article: 'extended-protection-401',
          evidence: proof(token, 'MsvAvChannelBindings', 'NtChallengeResponse'),
          caveat:
            'Over plain HTTP this is normal, and without Extended Protection it does not matter.',
          next: [
            run(
              'server',
              command`appcmd list config "<site>" -section:system.webServer/security/authentication/windowsAuthentication`,
            ),
            say('Look at extendedProtection in its answer.'),
          ],
        },
      ];
    }),
};
