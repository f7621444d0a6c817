/**
 * An NTLM logon that is bound to no TLS channel: MsvAvChannelBindings is zero or missing.
 *
 *     Authorization: NTLM TlRMTVNTUAADAAAA...  (AvId 10, sixteen zero bytes)
 *
 * Matters only when the server requires Extended Protection, which the token does not tell. Over
 * plain HTTP there is nothing to bind to, so zeros are right there.
 */
import type { Check, Diagnosis } from '../../../case/rule.ts';
import { proof } from './words.ts';

const ZERO = /^0+$/;

export const tokenChannelBinding: Check = ({ tokens }) =>
  tokens.flatMap((token): Diagnosis[] => {
    const { ntlm, complete } = token;
    if (ntlm?.type !== 3 || ntlm.response !== 'NTLMv2' || !complete) return [];
    const { MsvAvChannelBindings: binding } = ntlm.targetInfo ?? {};
    if (binding !== undefined && !ZERO.test(binding)) return [];
    const how =
      binding === undefined ? 'carries no channel binding' : 'carries an empty channel binding';
    return [
      {
        id: 'token.no-channel-binding',
        severity: 'info',
        title: `The logon ${how}: a server that requires Extended Protection over HTTPS refuses it.`,
        article: 'extended-protection-401',
        evidence: proof(token, 'MsvAvChannelBindings', 'NtChallengeResponse'),
        caveat:
          'Over plain HTTP this is normal, and without Extended Protection it does not matter.',
        next: [
          'appcmd list config "<site>" -section:system.webServer/security/authentication/windowsAuthentication',
          'Look at extendedProtection in its answer.',
        ],
      },
    ];
  });
