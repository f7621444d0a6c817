/**
 * An application pool could not start, or was stopped (WAS 5002, 5021, 5057, 5059):
 *
 *     The identity of application pool Portal is invalid. ...
 *
 * The site then answers 503, and not 401.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { describeWin32 } from '../../../codes/lookup.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { clause, grouped, MOST, placesOf, times } from './words.ts';

type Failed = FactOf<'workerProcessFailed'>;

export const workerProcessFailed: Rule = {
  id: 'event.worker-process-failed',
  says: 'An application pool could not start.',
  needs: ['workerProcessFailed'],
  judge: (facts) =>
    grouped(
      facts.all('workerProcessFailed'),
      ({ why, pool, code }) => `${why} ${pool ?? ''} ${code ?? ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Failed, ...Failed[]]): Diagnosis {
  const [{ why, pool, code, at }] = group;
  const name = stated(pool ?? 'an application pool', at);
  const count = times(group);
  const row = code === undefined ? undefined : describeWin32(code);
  const reason = row
    ? `${clause(row.meaning)} (${row.name})`
    : 'its password, its state, or the right to log on as a batch job';
  const title = {
    identity: told`The account of ${name} cannot log on${count}: ${reason}. Its sites answer 503.`,
    failures: told`${name} was stopped because its processes failed too often${count}. Its sites answer 503.`,
    start: told`The worker process of ${name} could not be started${count}. Its sites answer 503.`,
  }[why];
  return {
    severity: 'error',
    ...title,
    article: '503-pool-identity-logon',
    evidence: placesOf(group),
    next: [
      run(
        'server',
        command`Get-WinEvent -FilterHashtable @{ LogName = 'System'; ProviderName = 'Microsoft-Windows-WAS' } -MaxEvents 20`,
      ),
      say(why !== 'identity' ? BEFORE : row ? CORRECT : SECURITY_LOG),
    ],
  };
}

const BEFORE = 'The events before it have the reason.';
const CORRECT = 'Correct that first, then enter the identity of the pool again and start it.';
const SECURITY_LOG = 'Event 4625 of the same second, logon type 4, has the reason as a status.';
