/**
 * An NTLM challenge of the server: the normal second step, sent with a 401.
 *
 *     WWW-Authenticate: NTLM TlRMTVNTUAACAAAA...
 *
 * Certain. The names are the server's own.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { proof } from './words.ts';

const ANSWER = say(
  'Look at the next request of the client: it must carry an NTLM type 3 message on the same connection.',
);

export const tokenNtlmChallenge: Rule = {
  id: 'token.ntlm-challenge',
  says: 'The server sends its NTLM challenge.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap((token, index): Diagnosis[] => {
      const { ntlm } = token;
      if (ntlm?.type !== 2) return [];
      const isAnswered = tokens.slice(index + 1).some((other) => other.ntlm?.type === 3);
      const { MsvAvDnsComputerName, MsvAvNbComputerName, MsvAvDnsDomainName, MsvAvNbDomainName } =
        ntlm.targetInfo ?? {};
      const server = MsvAvDnsComputerName ?? MsvAvNbComputerName;
      const domain = MsvAvDnsDomainName ?? MsvAvNbDomainName ?? ntlm.targetName;
      const who = server ? `The server ${server}` : 'The server';
      const where = domain && domain !== server ? ` in ${domain}` : '';
      return [
        {
          severity: 'info',
          title: `${who}${where} sends its NTLM challenge: a normal step, to which the client has to answer.`,
          article: 'kerberos-or-ntlm',
          evidence: proof(token, 'ServerChallenge', 'TargetInfo'),
          next: isAnswered ? [] : [ANSWER],
        },
      ];
    }),
};
