/** SPL over the events of the Splunk Add-on for Microsoft IIS. Source: Search Reference, "stats". */
import { splunkLiteral } from '../../../text/escape/query-literals.ts';
import type { Column } from './columns.ts';
import type { Engine, PeoplePlan, RowPlan } from './engine.ts';
import { PARALLEL } from './joining.ts';
import { needs } from './predicate.ts';
import type { Group } from './questions.ts';
import { attempts } from './splunk-attempts.ts';
import { column, PERSON, signCase, source, text } from './splunk-terms.ts';

const nameOf = (by: Group): string => {
  if (by === 'hour') return '_time';
  return by === 'sign' ? by : column(by);
};

/** Columns that the rows are chosen and counted by. */
const readBy = ({ by, where }: Pick<RowPlan, 'by' | 'where'>): readonly Column[] => [
  ...(by as readonly Column[]),
  ...where.flatMap(needs),
];

function rows(plan: RowPlan): string {
  const names = plan.by.map(nameOf).join(' ');
  const isHourly = plan.by.includes('hour');
  const counts = plan.tallies.map(({ name, when }) => `count(eval(${text(when)})) AS ${name}`);
  const order = plan.tallies.length > 0 ? names : isHourly ? '_time' : '- hits';
  return [
    ...source(plan, readBy(plan)),
    ...plan.where.map((clause) => `| where ${text(clause)}`),
    ...(plan.by.includes('sign') ? [`| eval sign=${signCase(plan.signs)}`] : []),
    ...(isHourly ? ['| bin span=1h _time'] : []),
    // A row without a value in one of these would not be counted.
    `| fillnull value="-" ${names}`,
    `| stats ${counts.length > 0 ? counts.join('\n    ') : 'count AS hits'} BY ${names}`,
    `| sort 0 ${order}`,
  ].join('\n');
}

/** Name by name first, so that nobody is counted both as refused and as let in. */
function people(plan: PeoplePlan): string {
  const names = plan.by.map(nameOf).join(' ');
  const least = [
    `names_${plan.keep.names}>=${plan.keep.least}`,
    ...(plan.keep.times === undefined ? [] : [`names_refused>=${plan.keep.times}*names_accepted`]),
  ];
  return [
    ...source(plan, readBy(plan)),
    `| where ${text({ named: true })}`,
    ...plan.where.map((clause) => `| where ${text(clause)}`),
    `| eval person=${PERSON}`,
    ...(plan.by.includes('hour') ? ['| bin span=1h _time'] : []),
    `| fillnull value="-" ${names}`,
    `| stats count(eval(${text(plan.refused)})) AS refused`,
    `    count(eval(${text(plan.accepted)})) AS accepted BY ${names} person`,
    '| stats count(eval(refused>0 AND accepted=0)) AS names_refused',
    `    count(eval(accepted>0)) AS names_accepted sum(refused) AS refusals BY ${names}`,
    `| where ${least.join(' AND ')}`,
    `| sort 0 - names_${plan.keep.names}`,
  ].join('\n');
}

export const SPLUNK: Engine = {
  id: 'splunk',
  name: 'Splunk',
  replace:
    'Replace index=* with the index of your IIS logs, and keep the source type that you use.',
  blind: {
    attempts: `${PARALLEL} Rows with the same time have no order here. Attempts of a password spray are counted as refused.`,
  },
  always: ['time'],
  literal: splunkLiteral,
  rows,
  people,
  attempts,
};
