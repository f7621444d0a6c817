/**
 * What the server answers in a negotiation: done, or more to come.
 *
 *     WWW-Authenticate: Negotiate oRQwEqADCgEAoQsGCSqGSIb3EgECAg==   (accept-completed)
 *
 * Certain about authentication; access to the page is decided after it and can still fail.
 */
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { fromClient, proof } from './words.ts';

type Told = Pick<Diagnosis, 'severity' | 'title'>;

function answer({ spnego, kerberos }: Token): Told | undefined {
  if (kerberos?.message === 'KRB-ERROR') return undefined;
  const mutual = kerberos?.message === 'AP-REP';
  if (spnego?.negState === 'accept-completed' || (mutual && spnego?.negState === undefined)) {
    const how = mutual ? ' with Kerberos, and proves that it could decrypt the ticket' : '';
    return { severity: 'ok', title: `The server accepts the logon${how}.` };
  }
  if (spnego?.negState === 'request-mic') {
    return {
      severity: 'info',
      title: 'The server wants proof that the list of mechanisms was not changed.',
    };
  }
  if (spnego?.negState === 'accept-incomplete') {
    return {
      severity: 'info',
      title: 'The server goes on negotiating and waits for the next message.',
    };
  }
  return undefined;
}

/** A later message of the client in which nothing else was found. */
function continued({ spnego, ntlm, kerberos }: Token): Told | undefined {
  if (spnego?.message !== 'NegTokenResp' || ntlm || kerberos) return undefined;
  return { severity: 'info', title: 'The client goes on with a negotiation that began before.' };
}

export const tokenNegotiateAnswer: Rule = {
  id: 'token.negotiate-answer',
  says: 'The negotiation goes on, or ends well.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const told = fromClient(token) ? continued(token) : answer(token);
      if (!told) return [];
      const evidence = proof(token, 'negState');
      return [{ ...told, article: 'how-negotiate-works', evidence }];
    }),
};
