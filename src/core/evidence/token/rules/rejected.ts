/**
 * The server ends the negotiation: negState `reject`.
 *
 *     WWW-Authenticate: Negotiate oQcwBaADCgEC
 *
 * Cannot be wrong about the refusal. It does not tell why; a KRB-ERROR beside it does. Windows
 * servers rarely say `reject`: they answer with a bare 401 or, for Kerberos, `accept-incomplete`.
 */
import type { Check } from '../../../case/rule.ts';
import { proof } from './words.ts';

export const tokenRejected: Check = ({ tokens }) =>
  tokens
    .filter(({ spnego }) => spnego?.negState === 'reject')
    .map((token) => ({
      id: 'token.rejected',
      severity: 'error',
      title: 'The server rejects the negotiation.',
      article: 'how-negotiate-works',
      evidence: proof(token, 'negState'),
      next: ['Look in the Security event log of the server for event 4625 at that time.'],
    }));
