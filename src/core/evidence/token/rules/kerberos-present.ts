/**
 * An AP-REQ: the client got a Kerberos ticket, so the SPN exists and a KDC was in reach.
 *
 *     Authorization: Negotiate YII...          (AP-REQ for HTTP/portal.contoso.com)
 *
 * Certain about the ticket. That the account behind the SPN is the one that answers is the next
 * thing to check; who the user is stands inside the encrypted part.
 */
import { counted } from '../../../text/counted.ts';
import type { Token } from '../../../contract/decoded.ts';
import { inCommand } from '../../../text/escape/in-command.ts';
import type { Check, Diagnosis } from '../../../case/rule.ts';
import { proof, spnOf, wholeSpn } from './words.ts';

const CIPHERS: Readonly<Record<number, string>> = {
  17: 'AES-128',
  18: 'AES-256',
  19: 'AES-128 with SHA-256',
  20: 'AES-256 with SHA-384',
  23: 'RC4',
};

function details({ kerberos }: Token): string {
  const { realm, ticket } = kerberos ?? {};
  const parts: string[] = [];
  if (ticket) parts.push(CIPHERS[ticket.etype] ?? `encryption type ${ticket.etype}`);
  if (ticket?.kvno !== undefined) parts.push(`key version ${ticket.kvno}`);
  return `${realm === undefined ? '' : ` in ${realm}`}${parts.map((part) => `, ${part}`).join('')}`;
}

export const tokenKerberosPresent: Check = ({ tokens }) =>
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
        id: 'token.kerberos-present',
        severity: 'info',
        title: `The client got a Kerberos ticket for ${name}${details(token)}.${cut}`,
        article: 'expected-spn',
        evidence: proof(token, 'realm', 'sname'),
        caveat: 'The token does not show who the user is, nor whether the server can decrypt it.',
        next:
          spn === undefined
            ? ['Copy the whole header to see the rest of the SPN.']
            : [`setspn -Q ${inCommand(spn, '<SPN>')}`, `klist get ${inCommand(spn, '<SPN>')}`],
      },
    ];
  });
