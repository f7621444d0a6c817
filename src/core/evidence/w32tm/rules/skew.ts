/**
 * Two clocks differ by more than five minutes:
 *
 *     Tracking DC01.contoso.com [10.0.0.10:123].
 *     10:20:00, -312.5000000s
 *
 * Kerberos refuses that by default, in either direction. Certain for the machine on which the command ran and
 * the one that was measured; which of the two is wrong is not in it. Can be wrong when the domain allows more.
 * Source: Microsoft, "Maximum tolerance for computer clock synchronization".
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { allOffsets, inWords, machineOf, TOLERANCE } from './words.ts';

export const skew: Rule = {
  id: 'w32tm.skew',
  says: 'Two clocks differ by more than five minutes.',
  needs: ['clockOffset'],
  settles: [
    {
      check: 'clocks',
      state: 'failed',
      says: 'Two clocks differ by more than the five minutes that Kerberos allows by default.',
    },
  ],
  judge(facts) {
    const [worst] = allOffsets(facts);
    if (!worst || Math.abs(worst.seconds) <= TOLERANCE) return [];
    const { seconds, at, with: other } = worst;
    const side = seconds > 0 ? 'ahead of' : 'behind';
    return [
      {
        severity: 'error',
        ...told`The clock of ${machineOf(worst)} is ${stated(inWords(seconds), at)} ${side} that of ${other ?? 'the machine on which the command ran'}. Kerberos allows 5 minutes.`,
        article: 'clock-skew',
        evidence: [at],
        caveat:
          'It does not show which of the two clocks is wrong. Measure a second machine before you change one.',
        next: [
          run('domain-controller', command`w32tm /monitor`),
          run('server', command`w32tm /query /source`),
          say('On a domain member that is wrong, go back to the time of the domain:'),
          run('server', command`w32tm /config /syncfromflags:domhier /update`),
          run('server', command`w32tm /resync /rediscover`),
        ],
      },
    ];
  },
};
