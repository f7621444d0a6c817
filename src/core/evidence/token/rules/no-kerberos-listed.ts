/**
 * A client whose list of mechanisms has no Kerberos at all: it holds no domain logon it could use
 * here, or its policy forbids Kerberos for this server.
 *
 *     Authorization: Negotiate YIIB...         (mechTypes NEGOEX, NTLMSSP; NEGOEX messages)
 *
 * Certain about the list. Windows leaves Kerberos out when it has only local or cloud credentials.
 */
import type { Token } from '../../../contract/decoded.ts';
import type { Check } from '../../../case/rule.ts';
import { proof } from './words.ts';

/** Kerberos by its numbers, IAKERB and user-to-user included. */
const KERBEROS = new Set([
  '1.2.840.113554.1.2.2',
  '1.2.840.48018.1.2.2',
  '1.2.840.113554.1.2.2.3',
  '1.3.6.1.5.2.5',
  '1.3.5.1.5.2',
]);

function isWithout({ spnego, kerberos, ntlm, complete }: Token): boolean {
  const list = spnego?.message === 'NegTokenInit' ? spnego.mechTypes : undefined;
  if (!list || kerberos || ntlm || !complete) return false;
  return list.length > 0 && !list.some((oid) => KERBEROS.has(oid));
}

export const tokenNoKerberosListed: Check = ({ tokens }) =>
  tokens.filter(isWithout).map((token) => ({
    id: 'token.no-kerberos-listed',
    severity: 'warning',
    title: "Kerberos is not in the client's list: it has no domain credentials to use here.",
    article: 'ntlm-fallback-reasons',
    evidence: proof(token, 'mechTypes'),
    next: ['klist', 'Run it on the client: without a krbtgt ticket it cannot get another ticket.'],
  }));
