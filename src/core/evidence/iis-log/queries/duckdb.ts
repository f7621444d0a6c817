/**
 * DuckDB SQL over the files themselves. Two quotes are a quote in a literal, and nothing else is
 * special there (DuckDB documentation, "Literal Types").
 */
import { type Column, W3C_NAME } from './columns.ts';
import { PATH, source } from './duckdb-source.ts';
import { type AttemptPlan, type Engine, outcomesIn, type RowPlan } from './engine.ts';
import { IDLE_SECONDS, LEGS, PERSON_SECONDS, REFUSED, RETRIED } from './legs.ts';
import { type Predicate, type Terms, written } from './predicate.ts';
import type { Group } from './questions.ts';

const literal = (name: string): string => `'${name.replaceAll("'", "''")}'`;
const column = (name: Column): string => `"${W3C_NAME[name]}"`;
const quoted = (words: readonly string[]): string => words.map(literal).join(', ');

const TERMS: Terms = {
  is: (name, of) =>
    of.length === 1 ? `${column(name)} = ${of[0] ?? 0}` : `${column(name)} IN (${of.join(', ')})`,
  between: (name, from, to) => `${column(name)} BETWEEN ${from} AND ${to}`,
  text: (name, value) => `lower(${column(name)}) = lower(${literal(value)})`,
  named: () => `${column('user')} IS NOT NULL`,
  all: (parts) => parts.join(' AND '),
  not: (part) => `NOT (${part})`,
};
const text = (predicate: Predicate): string => written(predicate, TERMS);

function conditions({ where, range }: RowPlan | AttemptPlan): string[] {
  const stamp = (iso: string) => `TIMESTAMP '${iso.replace('T', ' ').replace('Z', '')}'`;
  return [
    ...where.map(text),
    ...(range ? [`utc BETWEEN ${stamp(range.first)} AND ${stamp(range.last)}`] : []),
  ];
}

function legCase({ legs }: RowPlan | AttemptPlan): string {
  const cases = legs.map(({ leg, when }) => `WHEN ${text(when)} THEN '${leg}'`);
  return `CASE ${cases.join('\n         ')}\n         ELSE 'other' END`;
}

function rows(plan: RowPlan): string {
  const group = (by: Group): string => {
    if (by === 'hour') return `date_trunc('hour', utc) AS hour`;
    return by === 'leg' ? `${legCase(plan)} AS leg` : column(by);
  };
  return [
    source(plan.fields, plan.has.has('time')),
    `SELECT ${[...plan.by.map(group), 'count(*) AS hits'].join(',\n       ')}`,
    'FROM log',
    `WHERE ${conditions(plan).join('\n  AND ')}`,
    'GROUP BY ALL',
    `ORDER BY ${plan.by.includes('hour') ? 'hour' : 'hits DESC'};`,
  ].join('\n');
}

function attempts(plan: AttemptPlan): string {
  const key = plan.key.map((name) =>
    name === 'resource' ? `lower(${column(name)})` : column(name),
  );
  const taken = plan.has.has('taken') ? ` - coalesce(${column('taken')}, 0) / 1000` : '';
  const window = `w AS (${key.length > 0 ? `PARTITION BY ${key.join(', ')} ` : ''}ORDER BY utc, line)`;
  const tally = (name: string, when: string) => `count(*) FILTER (${when}) AS ${name}`;
  const client = plan.has.has('client') ? `any_value(${column('client')})` : 'NULL';
  const isAsked = plan.user === undefined ? [] : [text({ text: 'user', value: plan.user })];
  const outcomes = outcomesIn(plan.rules, { and: 'AND', or: 'OR', some: (name) => `${name} > 0` });
  const wanted = [`hits > accepted`, ...(plan.onlyAccepted ? ['accepted > 0'] : [])];
  return [
    `${source(plan.fields, true)}, steps AS (`,
    `  SELECT *, ${legCase(plan)} AS leg`,
    '  FROM log',
    `  WHERE (${text(REFUSED)} OR ${text(plan.accepted)})`,
    ...conditions(plan).map((condition) => `    AND ${condition}`),
    '), gaps AS (',
    `  SELECT *, lag(leg) OVER w AS before,`,
    `         date_diff('second', lag(utc) OVER w, utc)${taken} AS gap`,
    `  FROM steps WINDOW ${window}`,
    '), starts AS (',
    `  SELECT *, before IS NULL OR before = 'accepted' OR gap > ${IDLE_SECONDS}`,
    `         OR (leg = 'challenge' AND before NOT IN (${quoted(RETRIED)})) AS begins`,
    '  FROM gaps',
    '), numbered AS (',
    '  SELECT *, sum(begins::INTEGER) OVER w AS attempt',
    `  FROM starts WINDOW ${window}`,
    '), attempts AS (',
    `  SELECT ${[
      `${client} AS client`,
      'count(*) AS hits',
      ...LEGS.map((leg) => tally(leg, `leg = '${leg}'`)),
      tally('pauses', `NOT begins AND gap > ${PERSON_SECONDS}`),
      ...isAsked.map((when) => tally('asked', when)),
    ].join(',\n         ')}`,
    '  FROM numbered',
    `  GROUP BY ${[...key, 'attempt'].join(', ')}`,
    ')',
    `SELECT CASE ${outcomes
      .map(({ outcome, when }, i) =>
        i < outcomes.length - 1 ? `WHEN ${when} THEN '${outcome}'` : `ELSE '${outcome}' END`,
      )
      .join('\n            ')} AS outcome,`,
    '       count(*) AS attempts, sum(hits) AS hits, count(DISTINCT client) AS clients',
    'FROM attempts',
    `WHERE ${[...wanted, ...isAsked.map(() => 'asked > 0')].join(' AND ')}`,
    'GROUP BY outcome',
    'ORDER BY attempts DESC;',
  ].join('\n');
}

const SKIPS = 'Rows with other columns than these are skipped: ask logs with other columns apart.';

export const DUCKDB: Engine = {
  id: 'duckdb',
  name: 'DuckDB',
  replace: `Replace the path ${PATH} with your files; * stands for any name.`,
  blind: { rows: SKIPS, attempts: SKIPS },
  literal,
  rows,
  attempts,
};
