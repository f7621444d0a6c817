/**
 * Log Parser 2.2, input format IISW3C. It is made for a file, `file:401.sql`: on a command line cmd
 * would replace `%NAME%`, and Log Parser itself replaces `%name%` in a query file. In a literal the
 * backslash is the escape and `\uxxxx` stands for any character, so all but plain ones are written
 * so. INTEGER has 64 bits, so unsigned Win32 values fit. There is no join and no window, so attempts
 * are slices of two minutes.
 *
 * Source: Log Parser 2.2 help, "Constant Values", "IISW3C Input Format Fields", "USING";
 * LOGPARSER #10 (Anders Lundström, Microsoft, 2009) for flags counted with USING and SUM.
 */
import { type Column, W3C_NAME } from './columns.ts';
import type { AttemptPlan, Engine, RowPlan } from './engine.ts';
import { HANDSHAKE, IDLE_SECONDS, REFUSED } from './legs.ts';
import { type Predicate, type Terms, written } from './predicate.ts';
import type { Group } from './questions.ts';

const PATH = 'C:\\inetpub\\logs\\LogFiles\\W3SVC*\\u_ex*.log';

function literal(name: string): string {
  let text = '';
  for (let i = 0; i < name.length; i++) {
    const sign = name.charAt(i);
    if (/[\w @$./:=,;()-]/.test(sign)) text += sign;
    else if (sign === '\\') text += '\\\\';
    else text += `\\u${name.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return `'${text}'`;
}

const column = (name: Column): string => W3C_NAME[name];

const TERMS: Terms = {
  is: (name, of) => {
    const equal = of.map((value) => `${column(name)} = ${value}`);
    return equal.length === 1 ? equal.join('') : `(${equal.join(' OR ')})`;
  },
  between: (name, from, to) => `(${column(name)} >= ${from} AND ${column(name)} <= ${to})`,
  text: (name, value) => `TO_LOWERCASE(${column(name)}) = TO_LOWERCASE(${literal(value)})`,
  named: () => `${column('user')} IS NOT NULL`,
  all: (parts) => `(${parts.join(' AND ')})`,
  not: (part) => `NOT (${part})`,
};
const text = (predicate: Predicate): string => written(predicate, TERMS);

const UTC = 'TO_TIMESTAMP(date, time)';

function conditions({ where, range }: RowPlan | AttemptPlan): string[] {
  const stamp = (iso: string) =>
    `TIMESTAMP('${iso.replace('T', ' ').replace('Z', '')}', 'yyyy-MM-dd hh:mm:ss')`;
  return [
    ...where.map(text),
    ...(range ? [`${UTC} >= ${stamp(range.first)}`, `${UTC} <= ${stamp(range.last)}`] : []),
  ];
}

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
    ...(names.length > 0 ? [`GROUP BY ${names.join(', ')}`] : []),
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
    `WHERE (${text(REFUSED)} OR ${text(plan.accepted)})`,
    ...conditions(plan).map((condition) => `  AND ${condition}`),
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
      'Each line is two minutes of one client and resource, not one attempt: Accepted above 0 means that it got in, Handshakes above 0 that it used NTLM. An attempt across the edge of a slice is cut in two.',
  },
  literal,
  rows,
  attempts,
};
