/**
 * Log Parser 2.2, input format IISW3C, as a query file. INTEGER has 64 bits, so unsigned Win32 values
 * fit. There is no join, no window and no second grouping, so attempts are slices of time, and names
 * are listed and not counted. The format has a fixed set of columns, without X-Forwarded-For.
 *
 * Source: Log Parser 2.2 help, "IISW3C Input Format Fields", "USING", "IN" (values are separated by
 * semicolons); LOGPARSER #10 (Anders Lundström, Microsoft, 2009) for flags counted with USING and SUM.
 */
import { logParserLiteral } from '../../../text/escape/query-literals.ts';
import type { Sign } from '../attempts/signs.ts';
import { CODES_OF_CAUSE } from '../attempts/win32-causes.ts';
import type { Column } from './columns.ts';
import type { AttemptPlan, Engine, PeoplePlan, RowPlan } from './engine.ts';
import { LATER_SIGNS, REFUSED_SIGNS } from './joining.ts';
import { column, condition, conditions, PATH, UTC } from './log-parser-terms.ts';
import type { Predicate } from './predicate.ts';
import type { Group } from './questions.ts';
import { CAUSES, REFUSED } from './row-signs.ts';

/** Log Parser's CASE compares one value, so the sign is asked for column by column. */
function signCase(has: ReadonlySet<Column>): string {
  const cases = (['handshake', ...CAUSES] as const).map((sign) =>
    CODES_OF_CAUSE[sign].map((code) => `WHEN ${code} THEN '${sign}'`).join(' '),
  );
  const logon = has.has('win32')
    ? `CASE sc-win32-status ${cases.join('\n        ')}\n        ELSE 'refusal' END`
    : `'handshake'`;
  return [
    `CASE sc-status WHEN 401 THEN`,
    `    CASE sc-substatus WHEN 2 THEN 'challenge' WHEN 3 THEN 'access'`,
    `      WHEN 4 THEN 'isapi-filter' WHEN 5 THEN 'isapi-program' WHEN 7 THEN 'url-authorization'`,
    `      WHEN 501 THEN 'address-or-limit' WHEN 502 THEN 'address-or-limit'`,
    `      WHEN 503 THEN 'address-or-limit' WHEN 504 THEN 'address-or-limit'`,
    `      WHEN 1 THEN ${logon}`,
    `      ELSE 'application' END`,
    `    ELSE 'accepted' END AS Sign`,
  ].join('\n');
}

/** `Sign` is one of these, as 1 or 0. */
const flag = (name: string, signs: readonly Sign[]): string =>
  `CASE Sign ${signs.map((sign) => `WHEN '${sign}' THEN 1`).join(' ')} ELSE 0 END AS ${name}`;

const REFUSALS = [...REFUSED_SIGNS, ...LATER_SIGNS];

function rows(plan: RowPlan): string {
  const name = (by: Group): string => {
    if (by === 'hour') return 'Hour';
    return by === 'sign' ? 'Sign' : column(by);
  };
  const names = plan.by.map(name);
  const isTallied = plan.tallies.length > 0;
  const using = [
    ...(plan.by.includes('hour') ? [`QUANTIZE(${UTC}, 3600) AS Hour`] : []),
    ...(plan.by.includes('sign') || isTallied ? [signCase(plan.has)] : []),
    ...(isTallied ? [flag('IsAccepted', ['accepted']), flag('IsRefused', REFUSALS)] : []),
  ];
  const counts = isTallied
    ? ['SUM(IsAccepted) AS Accepted', 'SUM(IsRefused) AS Refused']
    : ['COUNT(*) AS Hits'];
  return [
    `SELECT ${[...names, ...counts].join(', ')}`,
    ...(using.length > 0 ? [`USING ${using.join(',\n  ')}`] : []),
    `FROM ${PATH}`,
    `WHERE ${conditions(plan).join('\n  AND ')}`,
    `GROUP BY ${names.join(', ')}`,
    `ORDER BY ${isTallied ? names.join(', ') : plan.by.includes('hour') ? 'Hour' : 'Hits DESC'}`,
  ].join('\n');
}

/** One line for each name; aggregates of distinct values go without GROUP BY only. */
function people(plan: PeoplePlan): string {
  const names = plan.by.map((by) => (by === 'hour' ? 'Hour' : column(by)));
  const isRefused = plan.keep.names === 'refused';
  const tried: readonly Sign[] = ['bad-credentials', 'account-locked', 'account-state'];
  const either: Predicate = { any: [plan.refused, plan.accepted] };
  return [
    `SELECT ${[...names, column('user')].join(', ')}, SUM(IsRefused) AS Refused, SUM(IsAccepted) AS Accepted`,
    `USING ${[
      ...(plan.by.includes('hour') ? [`QUANTIZE(${UTC}, 3600) AS Hour`] : []),
      ...[signCase(plan.has), flag('IsRefused', tried), flag('IsAccepted', ['accepted'])],
    ].join(',\n  ')}`,
    `FROM ${PATH}`,
    `WHERE ${[`(${condition(either)})`, ...conditions(plan)].join('\n  AND ')}`,
    `GROUP BY ${[...names, column('user')].join(', ')}`,
    `HAVING ${isRefused ? 'SUM(IsRefused) > 0 AND SUM(IsAccepted) = 0' : 'SUM(IsAccepted) > 0'}`,
    `ORDER BY ${[...names, column('user')].join(', ')}`,
  ].join('\n');
}

/** What is counted of a slice of time. */
const FLAGS: readonly (readonly [string, readonly Sign[]])[] = [
  ['Offers', ['challenge']],
  ['Handshakes', ['handshake']],
  ['Passwords', ['bad-credentials']],
  ['Denials', ['access']],
  ['Refusals', REFUSED_SIGNS.filter((sign) => sign !== 'bad-credentials' && sign !== 'access')],
  ['Others', LATER_SIGNS],
  ['Accepted', ['accepted']],
];

function attempts(plan: AttemptPlan): string {
  const folder = plan.has.has('site') ? [] : ['Folder'];
  const key = ['Slice', ...folder, ...plan.key.map(column)];
  const named =
    plan.user === undefined
      ? []
      : [
          `CASE TO_LOWERCASE(${logParserLiteral(plan.user)}) WHEN TO_LOWERCASE(cs-username) THEN 1 ELSE 0 END AS IsAsked`,
        ];
  return [
    `SELECT ${key.join(', ')},`,
    `  ${FLAGS.map(([name]) => `SUM(Is${name}) AS ${name}`).join(', ')}`,
    `USING QUANTIZE(${UTC}, ${plan.waits.person}) AS Slice,`,
    `  ${[
      ...folder.map((name) => `EXTRACT_PATH(LogFilename) AS ${name}`),
      ...[signCase(plan.has), ...FLAGS.map(([name, signs]) => flag(`Is${name}`, signs)), ...named],
    ].join(',\n  ')}`,
    `FROM ${PATH}`,
    `WHERE (${condition({ any: [REFUSED, plan.accepted] })})`,
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
  never: ['forwarded'],
  blind: {
    people:
      'Log Parser cannot count names and then compare the counts, so each line is one name: count the lines of each client.',
    attempts:
      'Log Parser cannot compare a row with the one before it. Each line is a quarter of an hour of one client and resource, not one attempt: Accepted above 0 means that it got in, Handshakes above 0 an NTLM handshake. What crosses the edge of a quarter is cut in two, and names are not told apart.',
  },
  literal: logParserLiteral,
  rows,
  people,
  attempts,
};
