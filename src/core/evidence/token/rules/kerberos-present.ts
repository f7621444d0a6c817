/**
 * An AP-REQ: the client got a Kerberos ticket, so the SPN exists and a KDC was in reach.
 *
 *     Authorization: Negotiate YII...          (AP-REQ for HTTP/portal.contoso.com)
 *
 * Certain about the ticket. That the account behind the SPN is the one that answers is the next
 * thing to check; who the user is stands inside the encrypted part.
 */
import { cipherOf } from '../../../codes/etypes.ts';
import { counted } from '../../../text/counted.ts';
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { proof, spnOf, wholeSpn } from './words.ts';

function details({ kerberos }: Token): string {
  const { realm, ticket } = kerberos ?? {};
  const parts: string[] = [];
  if (ticket) parts.push(cipherOf(ticket.etype) ?? `encryption type ${ticket.etype}`);
  if (ticket?.kvno !== undefined) parts.push(`key version ${ticket.kvno}`);
  return `${realm === undefined ? '' : ` in ${realm}`}${parts.map((part) => `, ${part}`).join('')}`;
}

export const tokenKerberosPresent: Rule = {
  id: 'token.kerberos-present',
  says: 'The client got a Kerberos ticket.',
  needs: ['tokens'],
  settles: [
    { check: 'client-sent', state: 'passed', says: 'The client sent a Kerberos ticket.' },
    {
      check: 'ticket-issued',
      state: 'passed',
      says: 'The client holds a ticket, so a KDC issued it.',
    },
  ],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const name = spnOf(token);
      if (name === undefined || token.kerberos?.message !== 'AP-REQ') return [];
      const { bytes, expectedBytes, complete } = token;
      const cut =
        complete || expectedBytes === undefined
          ? ''
          : ` The token is cut off after ${counted(bytes, 'byte')} of ${expectedBytes.toLocaleString('en-US')}.`;
      const spn = wholeSpn(token);
      return [
        {
          severity: 'info',
          title: `The client got a Kerberos ticket for ${name}${details(token)}.${cut}`,
          article: 'expected-spn',
          evidence: proof(token, 'realm', 'sname'),
          caveat: 'The token does not show who the user is, nor whether the server can decrypt it.',
          next:
            spn === undefined
              ? [say('Copy the whole header to see the rest of the SPN.')]
              : [
                  run('anywhere', command`setspn -Q ${[spn, 'SPN']}`),
                  run('client', command`klist get ${[spn, 'SPN']}`),
                ],
        },
      ];
    }),
};
