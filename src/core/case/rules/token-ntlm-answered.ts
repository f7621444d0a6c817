/**
 * The server's NTLM challenge inside Negotiate, with nothing of the client's in the evidence:
 *
 *     WWW-Authenticate: Negotiate oYHWMIHToAMKAQGh...   (supportedMech NTLMSSP, NTLM type 2)
 *
 * Certain that the client sent NTLM: a challenge answers nothing else. Whether it had Kerberos on its
 * list as well is not shown.
 */
import { fromClient, proof } from '../../evidence/token/rules/words.ts';
import { whyNtlm } from '../join/why-ntlm.ts';
import type { Rule } from '../rule.ts';

export const tokenNtlmAnswered: Rule = {
  id: 'token.ntlm-answered',
  says: 'The server answers the NTLM of the client inside Negotiate.',
  needs: ['tokens'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'The server answered with an NTLM challenge, so the client sent NTLM.',
    },
  ],
  judge: (facts) => {
    const token = facts.tokens.find(({ spnego, ntlm }) => spnego && ntlm?.type === 2);
    if (!token || facts.tokens.some(fromClient)) return [];
    return [
      {
        severity: 'warning',
        title:
          'Inside Negotiate, the server answers with an NTLM challenge: the client has sent NTLM, and no Kerberos ticket.',
        article: 'kerberos-or-ntlm',
        evidence: proof(token, 'supportedMech', 'ServerChallenge'),
        caveat:
          'Whether the client offered Kerberos as well is in its first message, which is not in the paste.',
        next: whyNtlm(facts, token).next,
      },
    ];
  },
};
