/**
 * A ticket locked with RC4 or DES: Windows is turning the one off and has removed the other.
 *
 *     Authorization: Negotiate YII...          (ticket enc-part etype 23)
 *
 * Certain about the ticket. Whether the account is able to use AES is not in the token.
 */
import { inCommand } from '../../../text/escape/in-command.ts';
import type { Check, Diagnosis } from '../../../case/rule.ts';
import { proof, spnOf, wholeSpn } from './words.ts';

/** By encryption type; the same as in `token/etypes.ts`, which is loaded with the decoder only. */
const OLD: Readonly<Record<number, string>> = {
  1: 'DES',
  2: 'DES',
  3: 'DES',
  23: 'RC4',
  24: 'RC4',
  [-133]: 'RC4',
  [-135]: 'RC4',
};

export const tokenRc4Ticket: Check = ({ tokens }) =>
  tokens.flatMap((token): Diagnosis[] => {
    const { ticket, message } = token.kerberos ?? {};
    const cipher = ticket && OLD[ticket.etype];
    if (!ticket || cipher === undefined || message !== 'AP-REQ') return [];
    const spn = wholeSpn(token);
    const end = cipher === 'RC4' ? 'which Windows is turning off' : 'which Windows has removed';
    return [
      {
        id: 'token.rc4-ticket',
        severity: 'warning',
        title: `The ticket for ${spnOf(token) ?? 'the service'} is encrypted with ${cipher} (type ${ticket.etype}), ${end}.`,
        article: 'rc4-disabled-etype',
        evidence: proof(token, 'enc-part'),
        next: [
          ...(spn === undefined ? [] : [`setspn -Q ${inCommand(spn, '<SPN>')}`]),
          'Get-ADObject -LDAPFilter "(sAMAccountName=<that account>)" -Properties msDS-SupportedEncryptionTypes, pwdLastSet',
        ],
      },
    ];
  });
