/**
 * NTLM although client and server both know Negotiate with Kerberos: the client lists Kerberos but
 * sends an NTLM token, or the server picks NTLM from the list.
 *
 *     Authorization: Negotiate YHkGBisG...     (mechTypes NTLMSSP, MS-KRB5, Kerberos; NTLM type 1)
 *
 * Certain about what was sent. Why the client had no Kerberos ticket is not in the token.
 */
import type { Token } from '../../contract/decoded.ts';
import type { Check } from '../rule.ts';
import { whyNtlm } from '../join/why-ntlm.ts';
import { proof } from '../../evidence/token/rules/words.ts';

/** Kerberos and NTLM by their numbers; the decoder is not loaded for a comparison. */
const KERBEROS = new Set(['1.2.840.113554.1.2.2', '1.2.840.48018.1.2.2']);
const NTLMSSP = '1.3.6.1.4.1.311.2.2.10';

function sendsNtlm({ spnego, ntlm }: Token): boolean {
  return !!ntlm && (spnego?.mechTypes?.some((oid) => KERBEROS.has(oid)) ?? false);
}

export const tokenNtlmWhereKerberosOffered: Check = (facts) => {
  const sent = facts.tokens.find(sendsNtlm);
  const picked = facts.tokens.find(({ spnego }) => spnego?.supportedMech === NTLMSSP);
  const token = sent ?? picked;
  if (!token) return [];
  const { reason, next } = whyNtlm(facts);
  const title = sent
    ? 'The client offers Kerberos but sends NTLM: it got no Kerberos ticket for this server.'
    : "The server picked NTLM from the client's list.";
  return [
    {
      id: 'token.ntlm-where-kerberos-offered',
      severity: 'warning',
      title: reason === undefined ? title : `${title} ${reason}`,
      article: 'ntlm-fallback-reasons',
      evidence: sent ? proof(sent, 'mechTypes', 'mechToken') : proof(token, 'supportedMech'),
      caveat:
        'The token does not say why; an SPN that does not exist and a KDC out of reach look alike.',
      next,
    },
  ];
};
