/**
 * A ticket locked with RC4 or DES: Windows is turning the one off and has removed the other. Triple
 * DES, which only MIT and Heimdal KDCs issue, was never in Windows (MS-KILE 3.1.5.2).
 *
 *     Authorization: Negotiate YII...          (ticket enc-part etype 23)
 *
 * Certain about the ticket. Whether the account is able to use AES is not in the token.
 */
import { cipherOf, ENCRYPTION_TYPES } from '../../../codes/etypes.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { proof, spnOf, wholeSpn } from './words.ts';

/** What becomes of a cipher, after "is encrypted with RC4 (type 23), ". */
const END: Readonly<Record<string, string>> = {
  RC4: 'which Windows is turning off',
  DES: 'which Windows has removed',
  DES3: 'which Windows does not support',
};

export const tokenRc4Ticket: Rule = {
  id: 'token.rc4-ticket',
  says: 'The ticket is encrypted with RC4 or DES.',
  needs: ['tokens'],
  settles: [
    { check: 'encryption-type', state: 'failed', says: 'The ticket is encrypted with RC4 or DES.' },
  ],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const { ticket, message } = token.kerberos ?? {};
      if (!ticket || message !== 'AP-REQ') return [];
      const cipher = cipherOf(ticket.etype);
      const end = cipher === undefined ? undefined : END[cipher];
      if (end === undefined || ENCRYPTION_TYPES[ticket.etype]?.strength === 'good') return [];
      const spn = wholeSpn(token);
      return [
        {
          severity: 'warning',
          title: `The ticket for ${spnOf(token) ?? 'the service'} is encrypted with ${cipher ?? ''} (type ${ticket.etype}), ${end}.`,
          article: 'rc4-disabled-etype',
          evidence: proof(token, 'enc-part'),
          next: [
            ...(spn === undefined ? [] : [run('anywhere', command`setspn -Q ${[spn, 'SPN']}`)]),
            run(
              'domain-controller',
              command`Get-ADObject -LDAPFilter "(sAMAccountName=<that account>)" -Properties msDS-SupportedEncryptionTypes, pwdLastSet`,
            ),
          ],
        },
      ];
    }),
};
