/**
 * The first attempts to look at: where a password spray got in, then what failed, then health probes
 * and preflights, then what was accepted.
 */
import type { StoryAttempt } from '../../../contract/decoded.ts';
import type { AttemptTable } from '../attempts/attempt-table.ts';
import { isoTime } from '../rows/time.ts';
import { momentOf } from './moment.ts';
import { Kind, type TimedAttempts } from './conclusions/timed-attempts.ts';

const EXAMPLES = 50;

/** At most 50 attempts; of each rank the earliest, and those without a time last. */
export function examplesOf(all: TimedAttempts): StoryAttempt[] {
  const { order } = all;
  const ranks: number[][] = [[], [], [], []];
  for (let i = 0, end = order.length; i < end; i++) {
    const attempt = order[i] ?? 0;
    const rank = ranks[rankOf(all, attempt)];
    if (rank && rank.length < EXAMPLES) rank.push(attempt);
  }
  return ranks
    .flat()
    .slice(0, EXAMPLES)
    .map((attempt) => exampleOf(all.table, attempt));
}

/** 0 comes first. */
function rankOf(all: TimedAttempts, attempt: number): number {
  const kind = all.kinds[attempt];
  if (!all.hasFailed(attempt)) return kind === Kind.spray ? 0 : 3;
  return kind === Kind.people || kind === Kind.spray ? 1 : 2;
}

function exampleOf(table: AttemptTable, attempt: number): StoryAttempt {
  const { columns } = table;
  const { outcome, substatus, win32 } = table.endings.list[columns.ending[attempt] ?? 0] ?? {};
  const ms = momentOf(columns.ms[attempt] ?? NaN);
  const client = table.clients.nameOf(columns.client[attempt] ?? 0);
  const user = table.users.nameOf(columns.user[attempt] ?? 0);
  const resource = table.resources.nameOf(columns.resource[attempt] ?? 0);
  return {
    attempt,
    outcome: outcome ?? 'unclassified',
    ...(!Number.isNaN(ms) && { time: isoTime(ms, table.zone) }),
    ...(client !== '' && { client }),
    ...(user !== '' && { user }),
    ...(resource !== '' && { resource }),
    ...(substatus !== undefined && { substatus }),
    ...(win32 !== undefined && { win32 }),
    rows: columns.rows[attempt] ?? 0,
  };
}
