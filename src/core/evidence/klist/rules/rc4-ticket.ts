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
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { andMore, etypeNameOf, httpTickets, isWeak } from './words.ts';

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
    const [first] = weak;
    const places = (first ? weak : known).map(({ at, etypeAt }) => etypeAt ?? at);
    if (!first) return known.length > 0 ? { ruledOut: places } : [];
    const spn = spelled(first.spn);
    return [
      {
        severity: 'warning',
        ...told`The ticket for ${stated(spn, first.at)}${andMore(weak.length - 1)} is encrypted with ${stated(etypeNameOf(first) ?? '', first.etypeAt ?? first.at)}, which updated domain controllers no longer use by default.`,
        article: 'rc4-disabled-etype',
        evidence: weak.flatMap(({ at, etypeAt }) => [at, ...(etypeAt ? [etypeAt] : [])]),
        caveat:
          'The type is that of the account when the ticket was issued. RC4 alone does not cause a 401 while both sides still accept it.',
        next: [
          run('client', command`setspn -F -Q ${[spn, 'SPN']}`),
          say(
            'Allow AES in msDS-SupportedEncryptionTypes of the account that holds the SPN, and change its password if it is older than its AES keys.',
          ),
          run('client', command`klist purge`),
          run('client', command`klist get ${[spn, 'SPN']}`),
        ],
      },
    ];
  },
};
