/**
 * The server ends the negotiation: negState `reject`.
 *
 *     WWW-Authenticate: Negotiate oQcwBaADCgEC
 *
 * Cannot be wrong about the refusal. It does not tell why; a KRB-ERROR beside it does. Windows
 * servers rarely say `reject`: they answer with a bare 401 or, for Kerberos, `accept-incomplete`.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { proof } from './words.ts';

export const tokenRejected: Rule = {
  id: 'token.rejected',
  says: 'The server rejects the negotiation.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens
      .filter(({ spnego }) => spnego?.negState === 'reject')
      .map((token): Diagnosis => ({
        severity: 'error',
        title: 'The server rejects the negotiation.',
        article: 'how-negotiate-works',
        evidence: proof(token, 'negState'),
        next: [say('Look in the Security event log of the server for event 4625 at that time.')],
      })),
};
