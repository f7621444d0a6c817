/**
 * A device or a program keeps trying an account whose password is refused, or which is locked out:
 *
 *     08:00:03 CONTOSO\max 10.9.0.3 Apple-iPhone15C2 401 1 1909
 *     08:01:03 CONTOSO\max 10.9.0.3 Apple-iPhone15C2 401 1 1909
 *
 * What has to be true for it to be said is in `story/conclusions/retries.ts`. Wrong about the device
 * where a proxy stands before it.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { recordOf } from '../attempts/attempt-record.ts';
import { conclusionsOn } from '../story/conclusions/conclusions.ts';
import { whoOf } from '../story/conclusions/who.ts';
import { clockFor } from '../story/words/clock.ts';
import { retryWords } from '../story/words/retry-words.ts';
import { proofOf } from './row-proof.ts';

const EVIDENCE = 10;

export const logKeepsTrying: Rule = {
  id: 'log.keeps-trying',
  says: 'A device keeps trying an account whose password is refused.',
  needs: ['log'],
  judge: ({ log }) => {
    const record = recordOf(log);
    if (!log || !record) return [];
    const { all, retries } = conclusionsOn(record.table);
    const { first, last } = whoOf(all, all.order);
    const clock = clockFor(record.table.zone, first, last);
    return retries.map((one) => {
      const [title = '', ...advice] = retryWords([one], clock);
      const clients = new Set(one.devices.flatMap(({ clientNames }) => clientNames));
      const rows = log.entries.filter(
        ({ status, clientIp = '', user = '' }) =>
          status === 401 && clients.has(clientIp) && user === one.user,
      );
      return {
        severity: 'error' as const,
        title,
        article: one.who.ending?.article ?? ('401-1-bad-credentials' as const),
        evidence: rows.flatMap(proofOf).slice(0, EVIDENCE),
        caveat:
          'Behind a proxy the address is that of the proxy, and the User-Agent is all that names the device.',
        next: [
          ...advice.map(say),
          say(
            'On a phone or in a mail program, enter the new password; on a server, look at services, scheduled tasks and application pools that run as this account.',
          ),
          run('client', command`cmdkey /list`),
        ],
      };
    });
  },
};
