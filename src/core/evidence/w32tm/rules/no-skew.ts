/**
 * The clocks that were compared are within five minutes:
 *
 *     03:12:08, +00.0021375s
 *
 * Proves it for the machine that was measured and the one on which the command ran, and for no third one: a
 * public time server says nothing about the domain controllers.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { inWords, machineOf, measuredOffsets, TOLERANCE } from './words.ts';

export const noSkew: Rule = {
  id: 'w32tm.no-skew',
  says: 'The clocks that were compared are within five minutes.',
  needs: ['clockOffset'],
  settles: [
    {
      check: 'clocks',
      state: 'passed',
      says: 'The clocks that were compared are within five minutes of each other.',
    },
  ],
  judge(facts) {
    const [worst] = measuredOffsets(facts);
    if (!worst || Math.abs(worst.seconds) > TOLERANCE) return [];
    const { seconds, at, with: other } = worst;
    return [
      {
        severity: 'ok',
        ...told`The clock of ${machineOf(worst)} differs by ${stated(inWords(seconds), at)} from that of ${other ?? 'the machine on which the command ran'}; Kerberos allows 5 minutes.`,
        article: 'clock-skew',
        evidence: [at],
        caveat:
          'Only for these two machines. Measure the client and the web server against the same domain controller.',
        next: [
          run(
            'client',
            command`w32tm /stripchart /computer:${[undefined, 'DC']} /samples:3 /dataonly`,
          ),
          run(
            'server',
            command`w32tm /stripchart /computer:${[undefined, 'DC']} /samples:3 /dataonly`,
          ),
        ],
      },
    ];
  },
};
