/**
 * A machine did not answer:
 *
 *     14:16:50, error: 0x800705B4
 *
 * UDP 123 is blocked, or nobody listens there. Nothing is said about its clock.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { machineOf, measuredOffsets } from './words.ts';

export const unmeasured: Rule = {
  id: 'w32tm.unmeasured',
  says: 'A clock could not be measured.',
  needs: ['clockUnmeasured'],
  settles: [
    {
      check: 'clocks',
      state: 'known',
      says: 'A machine did not answer on UDP 123, so its clock was not measured.',
    },
  ],
  judge(facts) {
    const answered = new Set(measuredOffsets(facts).map(({ from }) => from));
    const [silent] = facts.all('clockUnmeasured').filter(({ from }) => !answered.has(from));
    if (!silent) return [];
    const { at, code, from } = silent;
    const status = code === undefined ? 'no answer' : `0x${code.toString(16).toUpperCase()}`;
    return [
      {
        severity: 'warning',
        ...told`The clock of ${machineOf(silent)} was not measured: it does not answer on UDP 123 (${stated(status, at)}). This says nothing about its time.`,
        article: 'clock-skew',
        evidence: [at],
        next: [
          run('server', command`w32tm /query /source`),
          run('server', command`w32tm /stripchart /computer:${[from, 'DC']} /samples:3 /dataonly`),
        ],
      },
    ];
  },
};
