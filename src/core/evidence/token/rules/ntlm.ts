/**
 * An NTLM message of the client: that it starts (type 1), or who tries to log on (type 3).
 *
 *     Authorization: NTLM TlRMTVNTUAADAAAA...
 *
 * Certain; the names are as the client wrote them, which proves nothing until the server accepts.
 */
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { LOCAL_CALL } from '../tables/ntlm-flags.ts';
import { proof, userOf } from './words.ts';

/** A type 3 without names and with the flag Windows sets when it talks to itself. */
function isLocalCall({ ntlm }: Token): boolean {
  return ntlm?.user === '' && ((ntlm.flags ?? 0) & LOCAL_CALL) !== 0;
}

function sentence(token: Token): string | undefined {
  const { ntlm } = token;
  if (!ntlm) return undefined;
  const from = ntlm.workstation ? ` from ${ntlm.workstation}` : '';
  if (ntlm.type === 1) return `The client starts NTLM${from}; it does not say yet who it is.`;
  const user = userOf(token);
  if (user !== undefined) {
    const response = ntlm.response ?? 'NTLM';
    const { MsvAvTargetName: target } = ntlm.targetInfo ?? {};
    return `${user} tries to log on${from} with ${response}${target ? `, aiming at ${target}` : ''}.`;
  }
  if (isLocalCall(token)) {
    return 'The client logs on to its own machine: NTLM passes no name then.';
  }
  return ntlm.response === 'anonymous' && ntlm.user === ''
    ? 'The client logs on anonymously with NTLM: it sends no name and no proof.'
    : undefined;
}

const OUTCOME = say(
  'The server log shows the outcome: 401 1 with 2148074254 is a step on the way, 401 1 with 2148074252 a refusal.',
);

export const tokenNtlm: Rule = {
  id: 'token.ntlm',
  says: 'The client sends NTLM.',
  needs: ['tokens'],
  settles: [{ check: 'client-sent', state: 'failed', says: 'The client sent NTLM.' }],
  judge: ({ tokens, messages }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const hasAnswer = messages.some(({ direction }) => direction === 'response');
      const title = token.ntlm?.type === 2 ? undefined : sentence(token);
      if (title === undefined) return [];
      return [
        {
          severity: 'info',
          title,
          article: isLocalCall(token) ? 'loopback-check' : 'kerberos-or-ntlm',
          evidence: proof(token, 'UserName', 'DomainName', 'Workstation'),
          next: hasAnswer ? [] : [OUTCOME],
        },
      ];
    }),
};
