/** DuckDB SQL over the files themselves. */
import { sqlLiteral } from '../../../text/escape/query-literals.ts';
import { attempts } from './duckdb-attempts.ts';
import { PATH, source } from './duckdb-source.ts';
import { column, conditions, groupText, PERSON, textFor } from './duckdb-terms.ts';
import type { Engine, PeoplePlan, RowPlan } from './engine.ts';
import { PARALLEL } from './joining.ts';
import type { Group } from './questions.ts';

function rows(plan: RowPlan): string {
  const text = textFor(plan.has);
  const counts =
    plan.tallies.length > 0
      ? plan.tallies.map(({ name, when }) => `count(*) FILTER (${text(when)}) AS ${name}`)
      : ['count(*) AS hits'];
  const wanted = conditions(plan);
  return [
    source(plan.fields, plan.has.has('time')),
    `SELECT ${[...plan.by.map((by) => groupText(by, plan.has, plan.signs)), ...counts].join(',\n       ')}`,
    'FROM log',
    ...(wanted.length > 0 ? [`WHERE ${wanted.join('\n  AND ')}`] : []),
    'GROUP BY ALL',
    `ORDER BY ${orderOf(plan.by)};`,
  ].join('\n');
}

/** By time where hours are counted, otherwise the most frequent first. */
function orderOf(by: readonly Group[]): string {
  if (!by.includes('hour')) return 'hits DESC';
  return by.includes('client') ? 'client, hour' : 'hour';
}

/** Name by name first, so that nobody is counted both as refused and as let in. */
function people(plan: PeoplePlan): string {
  const text = textFor(plan.has);
  const groups = plan.by.map((by) => groupText(by, plan.has, []));
  const names = plan.by.map((by) => (by === 'hour' || by === 'client' ? by : column(by)));
  const least = [
    `names_${plan.keep.names} >= ${plan.keep.least}`,
    ...(plan.keep.times === undefined
      ? []
      : [`names_refused >= ${plan.keep.times} * names_accepted`]),
  ];
  return [
    `${source(plan.fields, plan.has.has('time'))}, names AS (`,
    `  SELECT ${[
      ...groups,
      `${PERSON} AS person`,
      `count(*) FILTER (${text(plan.refused)}) AS refused`,
      `count(*) FILTER (${text(plan.accepted)}) AS accepted`,
    ].join(',\n         ')}`,
    '  FROM log',
    `  WHERE ${[text({ named: true }), ...conditions(plan)].join('\n    AND ')}`,
    '  GROUP BY ALL',
    ')',
    `SELECT ${[
      ...names,
      'count(*) FILTER (refused > 0 AND accepted = 0) AS names_refused',
      'count(*) FILTER (accepted > 0) AS names_accepted',
      'sum(refused) AS refusals',
    ].join(',\n       ')}`,
    'FROM names',
    'GROUP BY ALL',
    `HAVING ${least.join(' AND ')}`,
    `ORDER BY names_${plan.keep.names} DESC;`,
  ].join('\n');
}

const SKIPS = 'Rows with other columns than these are skipped: ask logs with other columns apart.';

export const DUCKDB: Engine = {
  id: 'duckdb',
  name: 'DuckDB',
  replace: `Replace the path ${PATH} with your files; * stands for any name.`,
  blind: { rows: SKIPS, people: SKIPS, attempts: `${PARALLEL} ${SKIPS}` },
  literal: sqlLiteral,
  rows,
  people,
  attempts,
};
