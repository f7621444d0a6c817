/**
 * NTLM although client and server both know Negotiate with Kerberos: the client lists Kerberos but
 * sends an NTLM token, or the server picks NTLM from the list.
 *
 *     Authorization: Negotiate YHkGBisG...     (mechTypes NTLMSSP, MS-KRB5, Kerberos; NTLM type 1)
 *
 * Certain about what was sent. Why the client had no Kerberos ticket is not in the token.
 */
import { offersKerberos, proof } from '../../evidence/token/rules/words.ts';
import { NTLMSSP } from '../../evidence/token/tables/oids.ts';
import { whyNtlm } from '../join/why-ntlm.ts';
import type { Rule } from '../rule.ts';

export const tokenNtlmWhereKerberosOffered: Rule = {
  id: 'token.ntlm-where-kerberos-offered',
  says: 'Kerberos is on offer, and the exchange uses NTLM.',
  needs: ['tokens'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'Kerberos was on offer, and the client used NTLM.',
    },
  ],
  judge: (facts) => {
    const sent = facts.tokens.find((token) => token.ntlm && offersKerberos(token));
    // What the server picks from is known where a list of the client is there, and has Kerberos.
    const picked = facts.tokens.some(offersKerberos)
      ? facts.tokens.find(({ spnego }) => spnego?.supportedMech === NTLMSSP)
      : undefined;
    const token = sent ?? picked;
    if (!token) return [];
    const { reason, article = 'ntlm-fallback-reasons', next } = whyNtlm(facts, token);
    const title = sent
      ? 'The client offers Kerberos but sends NTLM: it got no Kerberos ticket for this server.'
      : "The server picked NTLM from the client's list.";
    return [
      {
        severity: 'warning',
        title: reason === undefined ? title : `${title} ${reason}`,
        article,
        evidence: sent ? proof(sent, 'mechTypes', 'mechToken') : proof(token, 'supportedMech'),
        caveat:
          'The token does not say why; an SPN that does not exist and a KDC out of reach look alike.',
        next,
      },
    ];
  },
};
