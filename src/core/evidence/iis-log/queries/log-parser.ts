/**
 * Log Parser 2.2, input format IISW3C, as a query file. INTEGER has 64 bits, so unsigned Win32 values
 * fit. There is no join and no window, so attempts are slices of two minutes.
 *
 * Source: Log Parser 2.2 help, "IISW3C Input Format Fields", "USING"; LOGPARSER #10 (Anders Lundström,
 * Microsoft, 2009) for flags counted with USING and SUM.
 */
import type { Column } from './columns.ts';
import type { AttemptPlan, Engine, RowPlan } from './engine.ts';
import { HANDSHAKE, IDLE_SECONDS, REFUSED } from './legs.ts';
import { column, condition, conditions, literal, PATH, UTC } from './log-parser-terms.ts';
import type { Group } from './questions.ts';

/** Log Parser's CASE compares one value, so the step is asked for column by column. */
function legCase(has: ReadonlySet<Column>): string {
  const steps = HANDSHAKE.map((code) => `WHEN ${code} THEN 'handshake'`).join(' ');
  const logon = has.has('win32')
    ? `CASE sc-win32-status ${steps} ELSE 'refusal' END`
    : `'handshake'`;
  return [
    `CASE sc-status WHEN 401 THEN`,
    `    CASE sc-substatus WHEN 2 THEN 'challenge' WHEN 3 THEN 'access'`,
    `      WHEN 1 THEN ${logon}`,
    `      ELSE 'other' END`,
    `    ELSE 'accepted' END AS Leg`,
  ].join('\n');
}

function rows(plan: RowPlan): string {
  const name = (by: Group): string => (by === 'hour' ? 'Hour' : by === 'leg' ? 'Leg' : column(by));
  const names = plan.by.map(name);
  const using = [
    ...(plan.by.includes('hour') ? [`QUANTIZE(${UTC}, 3600) AS Hour`] : []),
    ...(plan.by.includes('leg') ? [legCase(plan.has)] : []),
  ];
  return [
    `SELECT ${[...names, 'COUNT(*) AS Hits'].join(', ')}`,
    ...(using.length > 0 ? [`USING ${using.join(',\n  ')}`] : []),
    `FROM ${PATH}`,
    `WHERE ${conditions(plan).join('\n  AND ')}`,
    `GROUP BY ${names.join(', ')}`,
    `ORDER BY ${plan.by.includes('hour') ? 'Hour' : 'Hits DESC'}`,
  ].join('\n');
}

/** What is counted of a slice of two minutes. */
const FLAGS = [
  ['challenge', 'Offers'],
  ['handshake', 'Handshakes'],
  ['refusal', 'Refusals'],
  ['access', 'Denials'],
  ['other', 'Others'],
  ['accepted', 'Accepted'],
] as const;

function attempts(plan: AttemptPlan): string {
  const flags = FLAGS.map(([leg, name]) => `CASE Leg WHEN '${leg}' THEN 1 ELSE 0 END AS Is${name}`);
  const key = ['Slice', ...plan.key.map(column)];
  const named =
    plan.user === undefined
      ? []
      : [
          `CASE TO_LOWERCASE(${literal(plan.user)}) WHEN TO_LOWERCASE(cs-username) THEN 1 ELSE 0 END AS IsAsked`,
        ];
  const sums = FLAGS.map(([, name]) => `SUM(Is${name}) AS ${name}`);
  return [
    `SELECT ${key.join(', ')},`,
    `  ${sums.join(', ')}`,
    `USING QUANTIZE(${UTC}, ${IDLE_SECONDS}) AS Slice,`,
    `  ${[legCase(plan.has), ...flags, ...named].join(',\n  ')}`,
    `FROM ${PATH}`,
    `WHERE (${condition(REFUSED)} OR ${condition(plan.accepted)})`,
    ...conditions(plan).map((clause) => `  AND ${clause}`),
    `GROUP BY ${key.join(', ')}`,
    `HAVING ${[
      'SUM(IsAccepted) < COUNT(*)',
      ...(plan.onlyAccepted ? ['SUM(IsAccepted) > 0'] : []),
      ...named.map(() => 'SUM(IsAsked) > 0'),
    ].join(' AND ')}`,
    'ORDER BY Slice',
  ].join('\n');
}

export const LOG_PARSER: Engine = {
  id: 'logparser',
  name: 'Log Parser 2.2',
  replace: `Save it as 401.sql, replace the path ${PATH}, and run: LogParser -i:IISW3C file:401.sql`,
  blind: {
    attempts:
      'Each line is two minutes of one client and resource, not one attempt: Accepted above 0 means that it got in, Handshakes above 0 an NTLM-like handshake. An attempt across the edge of a slice is cut in two.',
  },
  literal,
  rows,
  attempts,
};
