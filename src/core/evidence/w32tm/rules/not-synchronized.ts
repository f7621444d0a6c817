/**
 * The machine takes its time from nowhere:
 *
 *     Leap Indicator: 3(not synchronized)
 *     Source: Local CMOS Clock
 *
 * It will drift, and that is all: whether its clock is wrong now has to be measured. The PDC emulator of the
 * forest root may look like that in a closed network.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

type Source = FactOf<'clockSource'>;

/** Sources that say that a clock runs freely. */
export function freeClocks(facts: FactBase): Source[] {
  return facts
    .all('clockSource')
    .filter(({ type, leap, stratum }) => type === 'none' || leap === 3 || stratum === 0);
}

function why({ isStopped, source, leap, type }: Source): string {
  if (isStopped === true) return 'the Windows Time service does not run';
  if (source !== undefined && type === 'none') return source;
  if (leap === 3) return `leap indicator 3${source === undefined ? '' : `, source ${source}`}`;
  return 'no source';
}

export const notSynchronized: Rule = {
  id: 'w32tm.not-synchronized',
  says: 'The clock of a machine is not synchronized.',
  needs: ['clockSource'],
  settles: [
    {
      check: 'clocks',
      state: 'known',
      says: 'The clock of a machine is not synchronized. Whether it is wrong has to be measured.',
    },
  ],
  judge(facts) {
    const [free] = freeClocks(facts);
    if (!free) return [];
    return [
      {
        severity: 'warning',
        ...told`The clock of this machine is not synchronized (${stated(why(free), free.at)}), so it drifts.`,
        article: 'clock-skew',
        evidence: [free.at],
        caveat: 'A clock that is not synchronized may still be right. Measure it.',
        next: [
          run(
            'server',
            command`w32tm /stripchart /computer:${[undefined, 'DC']} /samples:3 /dataonly`,
          ),
          run('server', command`w32tm /config /syncfromflags:domhier /update`),
          run('server', command`w32tm /resync /rediscover`),
        ],
      },
    ];
  },
};
