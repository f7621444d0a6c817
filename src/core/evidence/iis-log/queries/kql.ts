/** KQL for Azure Monitor. Source: KQL reference, "The string data type", "summarize", "bin()". */
import { kqlLiteral } from '../../../text/escape/query-literals.ts';
import type { AttemptPlan, Engine, PeoplePlan, RowPlan } from './engine.ts';
import { PARALLEL } from './joining.ts';
import { attemptsIn } from './kql-attempts.ts';
import {
  APP_SERVICE_TABLE,
  columnIn,
  conditionIn,
  personIn,
  type Table,
  W3C_IIS_LOG_TABLE,
} from './kql-table.ts';
import type { Group } from './questions.ts';
import type { RowSign } from './row-signs.ts';

/** The table, its rows in the range, and its codes as numbers. */
function source(table: Table, { has, range }: RowPlan | PeoplePlan | AttemptPlan): string[] {
  const { columns } = table;
  const numbers = [
    `status = ${table.status}`,
    ...(has.has('substatus') ? [`substatus = toint(${columns.substatus ?? ''})`] : []),
    ...(has.has('win32') ? [`win32 = tolong(${columns.win32 ?? ''})`] : []),
  ];
  return [
    table.name,
    ...(range
      ? [
          `| where TimeGenerated >= datetime(${range.first})`,
          // App Service keeps fractions of a second.
          `    and TimeGenerated < datetime(${range.last}) + 1s`,
        ]
      : []),
    `| extend ${numbers.join(', ')}`,
  ];
}

function signIn(table: Table, signs: readonly RowSign[]): string {
  const cases = signs.map(({ sign, when }) => `${conditionIn(table, when)}, '${sign}'`);
  return `case(${[...cases, `'application'`].join(',\n    ')})`;
}

const HOUR = 'hour = bin(TimeGenerated, 1h)';

function rowsIn(table: Table, plan: RowPlan): string {
  const group = (by: Group): string => {
    if (by === 'hour') return HOUR;
    return by === 'sign' ? `sign = ${signIn(table, plan.signs)}` : columnIn(table, by);
  };
  const counts = plan.tallies.map(
    ({ name, when }) => `${name} = countif(${conditionIn(table, when)})`,
  );
  const order = plan.by.includes('hour') ? 'hour asc' : 'hits desc';
  const client = plan.tallies.length > 0 ? `${columnIn(table, 'client')} asc, ` : '';
  return [
    ...source(table, plan),
    ...plan.where.map((clause) => `| where ${conditionIn(table, clause)}`),
    `| summarize ${counts.length > 0 ? counts.join(',\n    ') : 'hits = count()'} by ${plan.by.map(group).join(', ')}`,
    `| sort by ${client}${order}`,
  ].join('\n');
}

/** Name by name first, so that nobody is counted both as refused and as let in. */
function peopleIn(table: Table, plan: PeoplePlan): string {
  const groups = plan.by.map((by) => (by === 'hour' ? HOUR : columnIn(table, by)));
  const names = plan.by.map((by) => (by === 'hour' ? 'hour' : columnIn(table, by)));
  const least = [
    `names_${plan.keep.names} >= ${plan.keep.least}`,
    ...(plan.keep.times === undefined
      ? []
      : [`names_refused >= ${plan.keep.times} * names_accepted`]),
  ];
  return [
    ...source(table, plan),
    `| where ${conditionIn(table, { named: true })}`,
    ...plan.where.map((clause) => `| where ${conditionIn(table, clause)}`),
    `| summarize refused = countif(${conditionIn(table, plan.refused)}),`,
    `    accepted = countif(${conditionIn(table, plan.accepted)})`,
    `    by ${[...groups, `person = ${personIn(table)}`].join(', ')}`,
    '| summarize names_refused = countif(refused > 0 and accepted == 0),',
    `    names_accepted = countif(accepted > 0), refusals = sum(refused) by ${names.join(', ')}`,
    `| where ${least.join(' and ')}`,
    `| sort by names_${plan.keep.names} desc`,
  ].join('\n');
}

function engineOf(table: Table, more: Pick<Engine, 'id' | 'never' | 'replace'>): Engine {
  return {
    name: `KQL, ${table.name}`,
    always: ['time'],
    blind: {
      attempts: `${PARALLEL} Rows with the same time have no order here. Attempts of a password spray are counted as refused.`,
    },
    literal: kqlLiteral,
    rows: (plan) => rowsIn(table, plan),
    people: (plan) => peopleIn(table, plan),
    attempts: (plan) => attemptsIn(table, plan, source(table, plan), signIn(table, plan.signs)),
    ...more,
  };
}

export const W3C_IIS_LOG = engineOf(W3C_IIS_LOG_TABLE, {
  id: 'w3ciislog',
  never: ['forwarded'],
  replace: 'Run it in the Log Analytics workspace of the servers; change the times, if any.',
});

export const APP_SERVICE = engineOf(APP_SERVICE_TABLE, {
  id: 'appservice',
  never: ['site', 'forwarded'],
  replace: 'Run it in the Log Analytics workspace of the app; change the times, if any.',
});
