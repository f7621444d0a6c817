/** Attempts in KQL. Source: KQL reference, "Window functions", "prev()", "row_cumsum()". */
import { type AttemptPlan, outcomesIn } from './engine.ts';
import { columnIn, conditionIn, type Table } from './kql-table.ts';
import { IDLE_SECONDS, LEGS, PERSON_SECONDS, REFUSED, RETRIED } from './legs.ts';

/** `source` are the first lines of the query, `step` the expression of the step that a row is. */
export function attemptsIn(
  table: Table,
  plan: AttemptPlan,
  source: readonly string[],
  step: string,
): string {
  const { has, key, accepted, where, user, rules, onlyAccepted } = plan;
  const keys = key.map((name) =>
    name === 'resource' ? `tolower(${columnIn(table, name)})` : columnIn(table, name),
  );
  const taken = has.has('taken') ? ` - ${columnIn(table, 'taken')}` : '';
  const asked = user === undefined ? [] : [conditionIn(table, { text: 'user', value: user })];
  const client = has.has('client') ? [`client = take_any(${columnIn(table, 'client')})`] : [];
  return [
    ...source,
    `| where ${conditionIn(table, REFUSED)} or ${conditionIn(table, accepted)}`,
    ...where.map((clause) => `| where ${conditionIn(table, clause)}`),
    `| extend leg = ${step}`,
    `| extend key = strcat_delim('|', ${[`'client'`, `''`, ...keys].join(', ')})`,
    '// Rows with the same time are put into the natural order of their steps.',
    `| extend step = case(${LEGS.map((leg, i) => `leg == '${leg}', ${i}`).join(', ')}, 0)`,
    '| sort by key asc, TimeGenerated asc, step asc',
    '| extend isNew = isempty(prev(key)) or key != prev(key), before = prev(leg)',
    '| extend gap = (datetime_diff(' +
      `'millisecond', TimeGenerated, prev(TimeGenerated))${taken}) / 1000.0`,
    `| extend begins = isNew or before == 'accepted' or gap > ${IDLE_SECONDS}`,
    `    or (leg == 'challenge' and before !in (${RETRIED.map((leg) => `'${leg}'`).join(', ')}))`,
    '| extend attempt = row_cumsum(toint(begins))',
    `| summarize ${[
      'hits = count()',
      ...LEGS.map((leg) => `${leg} = countif(leg == '${leg}')`),
      `pauses = countif(not(begins) and gap > ${PERSON_SECONDS})`,
      ...asked.map((when) => `asked = countif(${when})`),
      ...client,
    ].join(',\n    ')} by key, attempt`,
    `| where hits > accepted${onlyAccepted ? ' and accepted > 0' : ''}`,
    ...asked.map(() => '| where asked > 0'),
    `| extend outcome = ${outcomeCase(rules)}`,
    `| summarize ${[
      'attempts = count()',
      'hits = sum(hits)',
      ...client.map(() => 'clients = dcount(client)'),
    ].join(', ')} by outcome`,
    '| sort by attempts desc',
  ].join('\n');
}

function outcomeCase(rules: AttemptPlan['rules']): string {
  const outcomes = outcomesIn(rules, { and: 'and', or: 'or', some: (name) => `${name} > 0` });
  const cases = outcomes.map(({ outcome, when }, i) =>
    i < outcomes.length - 1 ? `${when}, '${outcome}'` : `'${outcome}'`,
  );
  return `case(${cases.join(',\n    ')})`;
}
