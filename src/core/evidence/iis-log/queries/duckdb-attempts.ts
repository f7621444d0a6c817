/** Attempts in DuckDB: the steps of `joining.ts`, each a common table expression. */
import { SPRAY_MS, SPRAYED_NAMES, TIMES_LET_IN } from '../attempts/sprays.ts';
import { type Condition, wording } from './condition.ts';
import { source } from './duckdb-source.ts';
import {
  client,
  column,
  conditions,
  PERSON,
  quoted,
  signCase,
  textFor,
  WORDS,
} from './duckdb-terms.ts';
import type { AttemptPlan } from './engine.ts';
import { joiningOf, LATER_SIGNS, PERSONAL_SIGNS, REFUSED_SIGNS } from './joining.ts';
import { AGAIN, outcomesIn } from './outcome-rules.ts';
import { REFUSED } from './row-signs.ts';

const told = (condition: Condition): string => wording(condition, WORDS);

/** Where the log has no s-sitename, IIS has written a folder of files for each site. */
const SITE = "regexp_extract(filename, 'W3SVC[0-9]+')";

function steps(plan: AttemptPlan): string[] {
  const { has, key, user, preflight } = plan;
  const text = textFor(has);
  const names = key.map((name) => {
    if (name === 'client') return client(has);
    return name === 'resource' ? `lower(${column(name)})` : column(name);
  });
  const taken = has.has('taken') ? ` - to_milliseconds(coalesce(${column('taken')}, 0))` : '';
  return [
    `${source(plan.fields, true, !has.has('site'))}, steps AS (`,
    `  SELECT ${[
      `[${[...(has.has('site') ? [] : [SITE]), ...names].join(', ')}] AS visitor`,
      `${has.has('client') ? client(has) : "''"} AS client`,
      `${has.has('agent') ? column('agent') : "''"} AS program`,
      `${has.has('user') ? PERSON : 'NULL::VARCHAR'} AS person`,
      `line, utc AS ended, utc${taken} AS begun`,
      `${preflight ? text(preflight) : 'false'} AS preflight`,
      `${user === undefined ? 'true' : `coalesce(${text({ text: 'user', value: user })}, false)`} AS asked`,
      `${signCase(plan.signs, has)} AS sign`,
    ].join(',\n         ')}`,
    '  FROM log',
    `  WHERE (${text({ any: [REFUSED, plan.accepted] })})`,
    ...conditions(plan).map((condition) => `    AND ${condition}`),
    '), stages AS (',
    '  -- Times are whole seconds; a slow answer is placed where its request began.',
    `  SELECT *, least(ended, begun + INTERVAL 1 SECOND) AS placed,`,
    `         CASE WHEN sign IN (${quoted(REFUSED_SIGNS)}) THEN 'refused'`,
    `              WHEN sign IN (${quoted(LATER_SIGNS)}) THEN 'later' ELSE sign END AS stage`,
    '  FROM steps',
  ];
}

function requests(plan: AttemptPlan): string[] {
  const { goesOn, pause } = joiningOf(plan.waits);
  return [
    '), rows_before AS (',
    `  SELECT *, coalesce(lag(stage) OVER w, '') AS before, coalesce(lag(stage, 2) OVER w, '') AS earlier,`,
    '         epoch(begun) - epoch(lag(ended) OVER w) AS gap,',
    '         epoch(ended) - epoch(lag(ended) OVER w) AS apart',
    '  FROM stages WINDOW w AS (PARTITION BY visitor ORDER BY placed, line)',
    '), going_on AS (',
    `  SELECT *, coalesce(${told(goesOn)}, false) AS goes_on`,
    '  FROM rows_before',
    '), numbered AS (',
    '  SELECT *, sum((NOT goes_on)::INTEGER) OVER w AS request',
    '  FROM going_on WINDOW w AS (PARTITION BY visitor ORDER BY placed, line ROWS UNBOUNDED PRECEDING)',
    '), requests AS (',
    '  SELECT visitor, request, any_value(client) AS client, any_value(program) AS program,',
    '         any_value(preflight) AS preflight, bool_or(asked) AS asked, max(person) AS person,',
    '         min(begun) AS begun, max(ended) AS ended, count(*) AS hits, list(DISTINCT sign) AS signs,',
    `         bool_or(${told(pause)}) AS pause,`,
    `         arg_max(sign, (stage = 'accepted', placed, line)) AS sign,`,
    `         arg_max(stage, (stage = 'accepted', placed, line)) AS stage`,
    '  FROM numbered GROUP BY visitor, request',
  ];
}

function results(plan: AttemptPlan): string[] {
  const { isRepeated, isRetry } = joiningOf(plan.waits);
  return [
    '), neighbors AS (',
    '  SELECT *, coalesce(first_value(person IGNORE NULLS) OVER ahead, last_value(person IGNORE NULLS) OVER behind) AS who,',
    `         epoch(min(begun) FILTER (stage = 'refused' OR stage = 'accepted' AND hits > 1) OVER later) - epoch(ended) AS until_answer,`,
    '         lag(stage) OVER w AS before, epoch(begun) - epoch(lag(ended) OVER w) AS since,',
    `         list_contains(signs, 'handshake') AND NOT list_contains(signs, 'challenge') AS is_bare,`,
    `         CASE WHEN sign = 'accepted' OR sign IN (${quoted(PERSONAL_SIGNS)}) THEN 'person'`,
    `              WHEN stage = 'refused' THEN sign ELSE '' END AS own_cause`,
    '  FROM requests',
    '  WINDOW w AS (PARTITION BY visitor ORDER BY request),',
    '         ahead AS (w ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING),',
    '         behind AS (w ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW),',
    '         later AS (w ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)',
    '), causes AS (',
    `  SELECT *, coalesce(${told(isRetry)}, false) AS is_retry,`,
    '         last_value(CASE WHEN NOT is_retry THEN own_cause END IGNORE NULLS) OVER w AS cause,',
    '         -- Whoever has got in does not go on with a refusal.',
    `         coalesce(count(*) FILTER (stage = 'accepted' AND hits > 1) OVER before_it, 0) AS logons`,
    '  FROM neighbors',
    '  WINDOW w AS (PARTITION BY visitor ORDER BY request ROWS UNBOUNDED PRECEDING),',
    '         before_it AS (PARTITION BY visitor, who ORDER BY request ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)',
    '), results AS (',
    '  SELECT * EXCLUDE (before, since), lag(stage) OVER w AS before, lag(sign) OVER w AS sign_before,',
    '         epoch(begun) - epoch(lag(ended) OVER w) AS since',
    '  FROM causes',
    `  WHERE NOT coalesce(${told(isRepeated)}, false)`,
    `    AND NOT (is_retry AND stage = 'handshake')`,
    '  WINDOW w AS (PARTITION BY visitor, who, cause, logons ORDER BY request)',
  ];
}

function joined(plan: AttemptPlan): string[] {
  const { joins } = joiningOf(plan.waits);
  return [
    '), joined AS (',
    `  SELECT *, sum((NOT coalesce(${told(joins)}, false))::INTEGER) OVER w AS chain`,
    '  FROM results',
    '  WINDOW w AS (PARTITION BY visitor, who, cause, logons ORDER BY request ROWS UNBOUNDED PRECEDING)',
    '), forgiven AS (',
    '  -- Only refused names and passwords are made good by a later success.',
    `  SELECT *, stage = 'accepted' AND NOT bool_and(sign IN ('bad-credentials', 'accepted'))`,
    '         OVER (PARTITION BY visitor, who, cause, logons, chain) AS apart',
    '  FROM joined',
    '), attempts AS (',
    '  SELECT any_value(client) AS client, any_value(program) AS program, any_value(preflight) AS preflight,',
    '         bool_or(asked) AS asked, max(person) AS person, min(begun) AS begun,',
    `         count(*) FILTER (stage = 'refused') AS refusals, bool_or(pause) AS pause,`,
    '         list_distinct(flatten(list(signs))) AS signs',
    '  FROM forgiven GROUP BY visitor, who, cause, logons, chain, apart',
  ];
}

/** Names tried within an hour; an attempt of one is an attempt of a spray. */
function sprays(): string[] {
  const hour = `INTERVAL ${SPRAY_MS / 60_000} MINUTE`;
  const isAccepted = `outcome LIKE 'accepted%'`;
  return [
    '), tried AS (',
    `  SELECT *, count(DISTINCT person) FILTER (outcome IN ('refused', 'prompt-loop', 'account-state')) OVER w AS names,`,
    `         count(DISTINCT person) FILTER (${isAccepted}) OVER w AS let_in`,
    '  FROM outcomes',
    `  WINDOW w AS (PARTITION BY client, program ORDER BY begun RANGE ${hour} PRECEDING)`,
    '), sprays AS (',
    `  SELECT *, bool_or(names >= ${SPRAYED_NAMES} AND names >= ${TIMES_LET_IN} * let_in) OVER w AS is_spray`,
    '  FROM tried',
    `  WINDOW w AS (PARTITION BY client, program ORDER BY begun RANGE BETWEEN CURRENT ROW AND ${hour} FOLLOWING)`,
  ];
}

const SPRAYED = `CASE WHEN is_spray AND person IS NOT NULL AND outcome IN ('refused', 'prompt-loop') THEN 'password-spray' ELSE outcome END`;

export function attempts(plan: AttemptPlan): string {
  const has = (sign: string) => {
    if (sign === 'pause' || sign === 'preflight') return sign;
    return sign === 'again' ? `refusals >= ${AGAIN}` : `list_contains(signs, '${sign}')`;
  };
  const outcomes = outcomesIn(plan.rules, { and: 'AND', or: 'OR', not: 'NOT', has });
  const cases = outcomes.map(({ outcome, when }, i) =>
    i < outcomes.length - 1 ? `WHEN ${when} THEN '${outcome}'` : `ELSE '${outcome}' END`,
  );
  const isSpraySeen = !plan.onlyAccepted && plan.has.has('user') && plan.has.has('win32');
  return [
    ...[...steps(plan), ...requests(plan), ...results(plan), ...joined(plan)],
    '), outcomes AS (',
    `  SELECT *, CASE ${cases.join('\n              ')} AS outcome`,
    `  FROM attempts WHERE ${plan.onlyAccepted ? "list_contains(signs, 'accepted') AND len(signs) > 1" : "signs <> ['accepted']"}`,
    ...(isSpraySeen ? sprays() : []),
    ')',
    `SELECT ${isSpraySeen ? SPRAYED : 'outcome'} AS outcome, count(*) AS attempts,`,
    '       count(DISTINCT client) AS clients, count(DISTINCT person) AS people',
    `FROM ${isSpraySeen ? 'sprays' : 'outcomes'} WHERE asked`,
    'GROUP BY ALL',
    'ORDER BY attempts DESC;',
  ].join('\n');
}
