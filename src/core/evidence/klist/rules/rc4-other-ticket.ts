/**
 * A ticket for another service, such as a database, is encrypted with RC4 or DES:
 *
 *     Server: MSSQLSvc/sql01.contoso.com @ CONTOSO.COM
 *     KerbTicket Encryption Type: RSADSI RC4-HMAC(NT)
 *
 * It says nothing about the site, whose account may have other keys. The type of a ticket-granting
 * ticket depends on the key of the domain, so it is left out.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { andMore, cachedTickets, etypeNameOf, isTgt, isWeak } from './words.ts';

export const rc4OtherTicket: Rule = {
  id: 'klist.rc4-other-ticket',
  says: 'A ticket for another service is encrypted with RC4 or DES.',
  needs: ['ticket'],
  settles: [
    {
      check: 'encryption-type',
      state: 'known',
      says: 'A ticket for another service is encrypted with RC4 or DES. The ticket for the site may differ.',
    },
  ],
  judge(facts) {
    const weak = cachedTickets(facts).filter(
      (ticket) => ticket.spn.service !== 'HTTP' && !isTgt(ticket) && isWeak(ticket),
    );
    const [first] = weak;
    if (!first) return [];
    const spn = spelled(first.spn);
    return [
      {
        severity: 'warning',
        ...told`The ticket for ${stated(spn, first.at)}${andMore(weak.length - 1)} is encrypted with ${stated(etypeNameOf(first) ?? '', first.etypeAt ?? first.at)}, which updated domain controllers no longer use by default.`,
        article: 'rc4-disabled-etype',
        evidence: weak.flatMap(({ at, etypeAt }) => [at, ...(etypeAt ? [etypeAt] : [])]),
        caveat: 'This ticket is not for a web site; the account of the site may have other keys.',
        next: [run('client', command`setspn -F -Q ${[spn, 'SPN']}`)],
      },
    ];
  },
};
