/**
 * The server chooses NTLM for a negotiation of which the evidence shows nothing else:
 *
 *     WWW-Authenticate: Negotiate oRUwE6ADCgEBoQwGCisGAQQBgjcCAgo=   (supportedMech NTLMSSP)
 *
 * Certain about the choice. What it was chosen from is in the client's first message.
 */
import { fromClient, proof } from '../../evidence/token/rules/words.ts';
import { NTLMSSP } from '../../evidence/token/tables/oids.ts';
import { whyNtlm } from '../join/why-ntlm.ts';
import type { Rule } from '../rule.ts';

export const tokenNtlmChosen: Rule = {
  id: 'token.ntlm-chosen',
  says: 'The server chooses NTLM inside Negotiate.',
  needs: ['tokens'],
  settles: [
    {
      check: 'client-sent',
      state: 'known',
      says: 'The server chose NTLM from what the client offered.',
    },
  ],
  judge: (facts) => {
    const token = facts.tokens.find(
      ({ spnego, ntlm }) => spnego?.supportedMech === NTLMSSP && ntlm === undefined,
    );
    if (!token || facts.tokens.some(fromClient)) return [];
    return [
      {
        severity: 'warning',
        title: "Inside Negotiate, the server chooses NTLM from the client's list.",
        article: 'kerberos-or-ntlm',
        evidence: proof(token, 'supportedMech'),
        caveat: 'Whether Kerberos is on that list is in the first message of the client.',
        next: whyNtlm(facts, token).next,
      },
    ];
  },
};
