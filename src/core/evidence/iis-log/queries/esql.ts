/**
 * ES|QL for Elasticsearch 8.14 and later, over what Filebeat's IIS module or the IIS integration of
 * Elastic Agent has stored. A dash of the log is no value there. The processing pipeline takes layouts
 * that it knows; X-Forwarded-For becomes `network.forwarded_ip`.
 *
 * Source: Filebeat reference, "IIS fields"; Elastic Common Schema, source, user, url, http, event,
 * user_agent, destination, network; ES|QL reference, "STATS", "BUCKET", "String literals".
 */
import { secondAfter } from '../../../queries/range.ts';
import { esqlLiteral } from '../../../text/escape/query-literals.ts';
import type { Column } from './columns.ts';
import type { Engine, PeoplePlan, RowPlan } from './engine.ts';
import { needs, type Predicate, type Terms, written } from './predicate.ts';
import type { Group } from './questions.ts';
import type { RowSign } from './row-signs.ts';

const INDEX = 'filebeat-*';

export const FIELDS: Readonly<Record<Column, string>> = {
  time: '@timestamp',
  site: 'iis.access.site_name',
  port: 'destination.port',
  method: 'http.request.method',
  resource: 'url.path',
  user: 'user.name',
  client: 'source.address',
  forwarded: 'network.forwarded_ip',
  agent: 'user_agent.original',
  status: 'http.response.status_code',
  substatus: 'iis.access.sub_status',
  win32: 'iis.access.win32_status',
  taken: 'event.duration',
};

/** `client` is worked out first where the proxy's column is there. */
const column = (name: Column | 'hour' | 'sign', has: ReadonlySet<Column>): string => {
  if (name === 'hour' || name === 'sign') return name;
  return name === 'client' && has.has('forwarded') ? 'client' : FIELDS[name];
};

function textFor(has: ReadonlySet<Column>): (predicate: Predicate) => string {
  const terms: Terms = {
    is: (name, of) =>
      of.length === 1
        ? `${FIELDS[name]} == ${of[0] ?? 0}`
        : `${FIELDS[name]} IN (${of.join(', ')})`,
    between: (name, from, to) => `${FIELDS[name]} >= ${from} AND ${FIELDS[name]} <= ${to}`,
    text: (name, value) => `TO_LOWER(${column(name, has)}) == TO_LOWER(${esqlLiteral(value)})`,
    begins: (name, word) => `STARTS_WITH(TO_LOWER(${FIELDS[name]}), "${word}")`,
    has: (name, word) => `LOCATE(TO_LOWER(${FIELDS[name]}), "${word}") > 0`,
    named: () => `${FIELDS.user} IS NOT NULL AND ${FIELDS.user} != "-"`,
    and: 'AND',
    or: 'OR',
    not: 'NOT',
  };
  return (predicate) => written(predicate, terms);
}

/** `reads`: the columns that come later; `client` is made of two where they read it. */
function source({ has, where, range }: RowPlan | PeoplePlan, reads: readonly unknown[]): string[] {
  const text = textFor(has);
  const readsClient = reads.includes('client') || where.flatMap(needs).includes('client');
  return [
    `FROM ${INDEX}`,
    '| WHERE event.module == "iis"',
    ...(range
      ? [
          `| WHERE ${FIELDS.time} >= TO_DATETIME("${range.first}")`,
          `    AND ${FIELDS.time} < TO_DATETIME("${secondAfter(range.last)}")`,
        ]
      : []),
    ...(readsClient && has.has('forwarded')
      ? [`| EVAL client = COALESCE(TO_STRING(${FIELDS.forwarded}), ${FIELDS.client})`]
      : []),
    ...where.map((clause) => `| WHERE ${text(clause)}`),
  ];
}

function signCase(signs: readonly RowSign[], has: ReadonlySet<Column>): string {
  const text = textFor(has);
  const cases = signs.map(({ sign, when }) => `${text(when)}, "${sign}"`);
  return `CASE(${[...cases, '"application"'].join(',\n    ')})`;
}

/** Hours and signs get their name before they are counted. */
function evaluated(by: readonly Group[], signs: readonly RowSign[], has: ReadonlySet<Column>) {
  return [
    ...(by.includes('hour') ? [`| EVAL hour = DATE_TRUNC(1 hour, ${FIELDS.time})`] : []),
    ...(by.includes('sign') ? [`| EVAL sign = ${signCase(signs, has)}`] : []),
  ];
}

/** Without it, ES|QL answers with 1,000 lines; with it, with 10,000 at most. */
const LIMIT = '| LIMIT 10000';

function rows({ by, signs, tallies, ...plan }: RowPlan): string {
  const text = textFor(plan.has);
  const counts = tallies.map(({ name, when }) => `${name} = COUNT(CASE(${text(when)}, 1))`);
  const names = by.map((name) => column(name, plan.has));
  const order = tallies.length > 0 ? names.join(', ') : by.includes('hour') ? 'hour' : 'hits DESC';
  return [
    ...source({ by, signs, tallies, ...plan }, by),
    ...evaluated(by, signs, plan.has),
    `| STATS ${counts.length > 0 ? counts.join(',\n    ') : 'hits = COUNT(*)'} BY ${names.join(', ')}`,
    `| SORT ${order}`,
    LIMIT,
  ].join('\n');
}

/** `CONTOSO\anna`, `anna@contoso.com` and `Anna` are one person; """ takes a backslash as it is. */
const PERSON = String.raw`TO_LOWER(REPLACE(${FIELDS.user}, """^.*\\|@.*$""", ""))`;

/** Name by name first, so that nobody is counted both as refused and as let in. */
function people(plan: PeoplePlan): string {
  const text = textFor(plan.has);
  const names = plan.by.map((name) => column(name, plan.has)).join(', ');
  const least = [
    `names_${plan.keep.names} >= ${plan.keep.least}`,
    ...(plan.keep.times === undefined
      ? []
      : [`names_refused >= ${plan.keep.times} * names_accepted`]),
  ];
  return [
    ...source(plan, plan.by),
    `| WHERE ${text({ named: true })}`,
    ...evaluated(plan.by, [], plan.has),
    `| EVAL person = ${PERSON}`,
    `| STATS refused = COUNT(CASE(${text(plan.refused)}, 1)),`,
    `    accepted = COUNT(CASE(${text(plan.accepted)}, 1)) BY ${names}, person`,
    '| STATS names_refused = COUNT(CASE(refused > 0 AND accepted == 0, 1)),',
    `    names_accepted = COUNT(CASE(accepted > 0, 1)), refusals = SUM(refused) BY ${names}`,
    `| WHERE ${least.join(' AND ')}`,
    `| SORT names_${plan.keep.names} DESC`,
    LIMIT,
  ].join('\n');
}

const UNREAD =
  "Rows whose columns are not in an order that Filebeat's pipeline knows are stored without these fields, and are not counted.";

export const ESQL: Engine = {
  id: 'esql',
  name: 'Elasticsearch, ES|QL',
  always: ['time'],
  replace: `Replace ${INDEX} with the index or data stream of your IIS logs, such as logs-iis.access-* of Elastic Agent.`,
  blind: {
    rows: UNREAD,
    people: UNREAD,
  },
  literal: esqlLiteral,
  rows,
  people,
  attempts: {
    unavailable:
      'ES|QL cannot compare a row with the one before it, so it cannot tell which rows are of one attempt. Ask for the refusals, for sprays or per hour, or ask another engine.',
  },
};
