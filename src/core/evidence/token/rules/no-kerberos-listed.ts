/**
 * A client whose list of mechanisms has no Kerberos at all: it holds no domain logon it could use
 * here, or its policy forbids Kerberos for this server.
 *
 *     Authorization: Negotiate YIIB...         (mechTypes NEGOEX, NTLMSSP; NEGOEX messages)
 *
 * Certain about the list. Windows leaves Kerberos out when it has only local or cloud credentials.
 */
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { IAKERB, KERBEROS, KERBEROS_U2U, MS_KERBEROS, OLD_KERBEROS } from '../tables/oids.ts';
import { proof } from './words.ts';

/** Kerberos by its numbers, IAKERB and user-to-user included. */
const KERBEROS_IN_ANY_FORM: ReadonlySet<string> = new Set([
  KERBEROS,
  MS_KERBEROS,
  KERBEROS_U2U,
  IAKERB,
  OLD_KERBEROS,
]);

function isWithout({ spnego, kerberos, ntlm, complete }: Token): boolean {
  const list = spnego?.message === 'NegTokenInit' ? spnego.mechTypes : undefined;
  if (!list || kerberos || ntlm || !complete) return false;
  return list.length > 0 && !list.some((oid) => KERBEROS_IN_ANY_FORM.has(oid));
}

export const tokenNoKerberosListed: Rule = {
  id: 'token.no-kerberos-listed',
  says: "Kerberos is not in the client's list of mechanisms.",
  needs: ['tokens'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: "The client's list of mechanisms has no Kerberos.",
    },
  ],
  judge: ({ tokens }) =>
    tokens.filter(isWithout).map((token): Diagnosis => ({
      severity: 'warning',
      title: "Kerberos is not in the client's list: it has no domain credentials to use here.",
      article: 'ntlm-fallback-reasons',
      evidence: proof(token, 'mechTypes'),
      next: [
        run('client', command`klist`),
        say('Run it on the client: without a krbtgt ticket it cannot get another ticket.'),
      ],
    })),
};
