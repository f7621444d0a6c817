/** KQL for Azure Monitor. Source: KQL reference, "The string data type", "summarize", "bin()". */
import type { AttemptPlan, Engine, RowPlan } from './engine.ts';
import { attemptsIn } from './kql-attempts.ts';
import {
  APP_SERVICE_TABLE,
  columnIn,
  conditionIn,
  literal,
  type Table,
  W3C_IIS_LOG_TABLE,
} from './kql-table.ts';
import type { Group } from './questions.ts';

/** The table, its rows in the range, and its codes as numbers. */
function source(table: Table, { has, range }: RowPlan | AttemptPlan): string[] {
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

function stepIn(table: Table, { legs }: RowPlan | AttemptPlan): string {
  const cases = legs.map(({ leg, when }) => `${conditionIn(table, when)}, '${leg}'`);
  return `case(${[...cases, `'other'`].join(',\n    ')})`;
}

function rowsIn(table: Table, plan: RowPlan): string {
  const group = (by: Group): string => {
    if (by === 'hour') return 'hour = bin(TimeGenerated, 1h)';
    return by === 'leg' ? `leg = ${stepIn(table, plan)}` : columnIn(table, by);
  };
  return [
    ...source(table, plan),
    ...plan.where.map((clause) => `| where ${conditionIn(table, clause)}`),
    `| summarize hits = count() by ${plan.by.map(group).join(', ')}`,
    `| sort by ${plan.by.includes('hour') ? 'hour asc' : 'hits desc'}`,
  ].join('\n');
}

function engineOf(table: Table, more: Pick<Engine, 'id' | 'never' | 'replace'>): Engine {
  return {
    name: `KQL, ${table.name}`,
    always: ['time'],
    blind: {
      attempts:
        'Rows with the same time have no order here, so attempts of one client in one second can run together. The number of clients is an estimate.',
    },
    literal,
    rows: (plan) => rowsIn(table, plan),
    attempts: (plan) => attemptsIn(table, plan, source(table, plan), stepIn(table, plan)),
    ...more,
  };
}

export const W3C_IIS_LOG = engineOf(W3C_IIS_LOG_TABLE, {
  id: 'w3ciislog',
  replace: 'Run it in the Log Analytics workspace of the servers; change the times, if any.',
});

export const APP_SERVICE = engineOf(APP_SERVICE_TABLE, {
  id: 'appservice',
  never: ['site'],
  replace: 'Run it in the Log Analytics workspace of the app; change the times, if any.',
});
