/**
 * An NTLMv1 or LM response: old, easy to break, and refused wherever NTLMv2 is required.
 *
 *     Authorization: NTLM TlRMTVNTUAADAAAA...  (NtChallengeResponse of 24 bytes)
 *
 * Certain about the response. With NTLM2 session security it is a little stronger and still NTLMv1.
 */
import type { Check, Diagnosis } from '../../../case/rule.ts';
import { proof, userOf } from './words.ts';

export const tokenNtlmV1: Check = ({ tokens }) =>
  tokens.flatMap((token): Diagnosis[] => {
    const { response, workstation } = token.ntlm ?? {};
    if (response !== 'NTLMv1' && response !== 'LMv1') return [];
    const who = userOf(token) ?? 'The client';
    const from = workstation ? ` from ${workstation}` : '';
    return [
      {
        id: 'token.ntlmv1',
        severity: 'warning',
        title: `${who} answers with ${response}${from}; servers and domain controllers that require NTLMv2 refuse it.`,
        article: 'ntlm-disabled-or-blocked',
        evidence: proof(token, 'NtChallengeResponse', 'LmChallengeResponse'),
        next: [
          'reg query HKLM\\System\\CurrentControlSet\\Control\\Lsa /v LmCompatibilityLevel',
          'Run it on the client: 3 or more sends NTLMv2 only.',
        ],
      },
    ];
  });
