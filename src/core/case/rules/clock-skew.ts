/**
 * Two clocks that were measured, and what Kerberos said of clocks:
 *
 *     w32tm     Tracking dc01.contoso.com    10:20:00, -412.5000000s
 *     answer    KRB_AP_ERR_SKEW (37), 0x80090324, or 4769 with 0x25
 *
 * More than five minutes: proven. A small difference next to that error: another machine is wrong than the
 * two that were measured, as the error is certain. Can be wrong where a clock was set in between.
 * Source: RFC 4120 3.2.3; Microsoft, "Maximum tolerance for computer clock synchronization".
 */
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import {
  inWords,
  machineOf,
  measuredOffsets,
  TOLERANCE,
  type Offset,
} from '../../evidence/w32tm/rules/words.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { skewErrors, type SkewError } from '../join/skew-errors.ts';
import type { Diagnosis, Rule } from '../rule.ts';

const ELSEWHERE = 'case.other-clock-wrong';

export const clockSkew: Rule = {
  id: 'case.clock-skew',
  says: 'The clocks that were measured differ by more than Kerberos allows.',
  needs: [
    ['tokens', 'ticketRefused', 'signInRefused', 'kerberosError', 'log', 'logonFailed'],
    'clockOffset',
  ],
  asks: {
    clockOffset: (facts) =>
      skewErrors(facts).length === 0
        ? undefined
        : {
            wants: 'w32tm',
            why: 'Shows which clock is wrong.',
            step: run(
              'client',
              command`w32tm /stripchart /computer:${[undefined, 'DC']} /samples:3 /dataonly`,
            ),
          },
  },
  settles: [
    {
      check: 'clocks',
      state: 'failed',
      says: 'Kerberos refused something for the clocks, and a measurement shows the difference.',
    },
    {
      check: 'clocks',
      state: 'failed',
      finding: ELSEWHERE,
      says: 'Kerberos refused something for the clocks; those that were measured are not the ones.',
    },
  ],
  judge,
};

function judge(facts: FactBase): Diagnosis[] {
  const [error] = skewErrors(facts);
  const [worst] = measuredOffsets(facts);
  if (!error || !worst) return [];
  return [Math.abs(worst.seconds) > TOLERANCE ? proven(error, worst) : elsewhere(error, worst)];
}

const between = ({ from, with: other }: Offset): string =>
  `${machineOf({ ...(from !== undefined && { from }) })} and ${other ?? 'the machine on which w32tm ran'}`;

function proven(error: SkewError, worst: Offset): Diagnosis {
  const { says, at } = error;
  return {
    severity: 'error',
    ...told`The clocks are the cause: those of ${between(worst)} differ by ${stated(inWords(worst.seconds), worst.at)}, Kerberos allows 5 minutes, and ${stated(says, at)}.`,
    article: 'clock-skew',
    evidence: [worst.at, at],
    caveat: `The error is about the clock ${error.between}. Which of two clocks is wrong takes a third one.`,
    next: [
      run('domain-controller', command`w32tm /monitor`),
      say('On the member that is wrong, go back to the time of the domain:'),
      run('server', command`w32tm /config /syncfromflags:domhier /update`),
      run('server', command`w32tm /resync /rediscover`),
    ],
  };
}

function elsewhere(error: SkewError, worst: Offset): Diagnosis {
  const { says, at } = error;
  return {
    id: ELSEWHERE,
    severity: 'error',
    ...told`The wrong machine was measured: the clocks of ${between(worst)} differ by ${stated(inWords(worst.seconds), worst.at)} only, and yet ${stated(says, at)}. The clock ${error.between} is wrong.`,
    article: 'clock-skew',
    evidence: [at, worst.at],
    caveat:
      'A clock that was set between the error and the measurement looks the same. Then it works now.',
    next: [
      say('Measure both sides of the logon against one domain controller:'),
      run(
        'client',
        command`w32tm /stripchart /computer:${[worst.from, 'DC']} /samples:3 /dataonly`,
      ),
      run(
        'server',
        command`w32tm /stripchart /computer:${[worst.from, 'DC']} /samples:3 /dataonly`,
      ),
    ],
  };
}
