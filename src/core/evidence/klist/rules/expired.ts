/**
 * klist itself marks a ticket as expired, as Heimdal and macOS do:
 *
 *     Jul 26 10:46:26 2017  >>>Expired<<<  krbtgt/CONTOSO.COM@CONTOSO.COM
 *
 * Certain when the output was made. Windows does not mark tickets, and dates are not compared here, as
 * the time of the paste is not known.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { andMore, cachedTickets, isTgt, ownerOf } from './words.ts';

export const expired: Rule = {
  id: 'klist.expired',
  says: 'A ticket in the cache has expired.',
  needs: ['ticket'],
  judge(facts) {
    const over = cachedTickets(facts).filter(({ isExpired }) => isExpired);
    const [first] = [...over.filter(isTgt), ...over];
    if (!first) return [];
    const name = isTgt(first) ? 'ticket-granting ticket' : spelled(first.spn);
    return [
      {
        severity: 'warning',
        ...told`${ownerOf(first)}: klist marks the ${isTgt(first) ? '' : 'ticket for '}${stated(name, first.at)}${andMore(over.length - 1)} as expired.`,
        article: 'ticket-expired',
        evidence: over.map(({ at }) => at),
        next: [run('client', command`kinit ${[first.client?.written, 'USER@REALM']}`)],
      },
    ];
  },
};
