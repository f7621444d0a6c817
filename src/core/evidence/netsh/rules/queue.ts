/**
 * Which pool or program answers on a URL:
 *
 *     Request queue name: DefaultAppPool
 *         Process IDs:
 *             3248
 *         Registered URLs:
 *             HTTP://*:80/
 *
 * For IIS the queue has the name of the pool. A queue without a name is of another program, to which the settings
 * of IIS do not apply. Certain for the time of the snapshot.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';

export const queue: Rule = {
  id: 'netsh.queue',
  says: 'It is known which application pool or program answers which URL.',
  needs: ['requestQueue'],
  judge: (facts) => {
    const queues = facts.all('requestQueue').filter(({ urls }) => urls.length > 0);
    const [named = queues[0]] = queues.filter(({ name }) => name !== undefined);
    return named ? [queueFinding(named, queues.length)] : [];
  },
};

function queueFinding(
  { at, name, urls, processes }: FactOf<'requestQueue'>,
  count: number,
): Diagnosis {
  const url = stated(urls[0] ?? '', at);
  const by = processes.length === 0 ? '' : ` (process ${processes.join(', ')})`;
  const pool = [name, 'POOL'] as const;
  return {
    severity: 'info',
    ...(name === undefined
      ? told`${url} is answered by another program than IIS${by}.`
      : told`${url} goes to the application pool ${name}${by}.`),
    article: 'collect-server-state',
    evidence: [at],
    caveat:
      count > 1 ? `It is one of ${count} queues with URLs.` : 'Only at the time of the snapshot.',
    ...(name !== undefined && {
      next: [
        run(
          'server',
          command`%windir%\\system32\\inetsrv\\appcmd.exe list apppool "${pool}" /text:processModel.identityType`,
        ),
      ],
    }),
  };
}
