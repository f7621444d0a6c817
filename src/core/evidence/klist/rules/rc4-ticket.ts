/**
 * The ticket for the site is encrypted with RC4 or DES, so the service account's key is of that type:
 *
 *     Server: HTTP/portal.contoso.com @ CONTOSO.COM
 *     KerbTicket Encryption Type: RSADSI RC4-HMAC(NT)
 *
 * Certain about the ticket. It may be older than a change of the account.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { weakTickets } from './weak-tickets.ts';
import { httpTickets, isWeak } from './words.ts';

export const rc4Ticket: Rule = {
  id: 'klist.rc4-ticket',
  says: 'The ticket for the site is encrypted with RC4 or DES.',
  needs: ['ticket'],
  settles: [
    {
      check: 'encryption-type',
      state: 'failed',
      says: 'The ticket for an HTTP name is encrypted with RC4 or DES.',
    },
    {
      check: 'encryption-type',
      state: 'passed',
      when: 'ruled-out',
      says: 'The tickets for HTTP names are encrypted with AES.',
    },
  ],
  judge(facts) {
    const known = httpTickets(facts).filter(({ etype }) => etype !== undefined);
    const weak = known.filter(isWeak);
    if (weak.length === 0 && known.length > 0) {
      return { ruledOut: known.map(({ at, etypeAt }) => etypeAt ?? at) };
    }
    return weakTickets(
      weak,
      'The type is that of the account when the ticket was issued. RC4 alone does not cause a 401 while both sides still accept it.',
      (spn) => [
        say(
          'Allow AES in msDS-SupportedEncryptionTypes of the account that holds the SPN, and change its password if it is older than its AES keys.',
        ),
        run('client', command`klist purge`),
        run('client', command`klist get ${spn}`),
      ],
    );
  },
};
