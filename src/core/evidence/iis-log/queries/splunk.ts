/**
 * SPL for events of the Splunk Add-on for Microsoft IIS. Its recommended source type, `ms:iis:auto`,
 * names fields after the log's own header with `_` for other characters; the older `ms:iis:default`
 * and Splunk's own `iis` use the same names but for the agent's, which comes with and without a `_`
 * at the end.
 *
 * Quotes, backslashes, backticks (macros), brackets (subsearches) and `$` (dashboard tokens) each
 * mean something to Splunk, so a name with more than plain characters is written in percent
 * escapes, which `urldecode` turns back.
 *
 * Source: Splunk Add-on for Microsoft IIS, "Source types"; Search Reference, "Text functions".
 */
import { type Column, W3C_NAME } from './columns.ts';
import { type AttemptPlan, type Engine, outcomesIn, type RowPlan } from './engine.ts';
import { IDLE_SECONDS, LEGS, PERSON_SECONDS, REFUSED, RETRIED } from './legs.ts';
import { type Predicate, type Terms, written } from './predicate.ts';
import type { Group } from './questions.ts';

const SOURCE =
  'index=* sourcetype IN ("ms:iis:auto", "ms:iis:default", "ms:iis:default:85", "iis")';

function literal(name: string): string {
  const escaped = encodeURIComponent(name).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = escaped.replaceAll('%2F', '/').replaceAll('%40', '@').replaceAll('%3A', ':');
  return plain.includes('%') ? `urldecode("${plain}")` : `"${plain}"`;
}

/** `cs-uri-stem` is `cs_uri_stem`; the agent is made one field first. */
const column = (name: Column): string =>
  name === 'agent' ? 'agent' : W3C_NAME[name].replaceAll('-', '_');

const is = (name: Column, value: number) => `${column(name)}=${value}`;

const TERMS: Terms = {
  is: (name, of) =>
    of.length === 1 ? is(name, of[0] ?? 0) : `(${of.map((value) => is(name, value)).join(' OR ')})`,
  between: (name, from, to) => `(${column(name)}>=${from} AND ${column(name)}<=${to})`,
  text: (name, value) => `lower(${column(name)})=lower(${literal(value)})`,
  named: () => `(isnotnull(${column('user')}) AND ${column('user')}!="-")`,
  all: (parts) => parts.join(' AND '),
  not: (part) => `NOT (${part})`,
};
const text = (predicate: Predicate): string => written(predicate, TERMS);

/** Seconds since 1970 mean the same in every reader's time zone; `latest` is not included. */
function source({ range }: RowPlan | AttemptPlan): string {
  if (!range) return SOURCE;
  const second = (iso: string) => Math.floor(Date.parse(iso) / 1000);
  return `${SOURCE} earliest=${second(range.first)} latest=${second(range.last) + 1}`;
}

function legCase({ legs }: RowPlan | AttemptPlan): string {
  const cases = legs.map(({ leg, when }) => `${text(when)}, "${leg}"`);
  return `case(${[...cases, 'true(), "other"'].join(',\n    ')})`;
}

function rows(plan: RowPlan): string {
  const name = (by: Group): string => (by === 'hour' ? '_time' : by === 'leg' ? 'leg' : column(by));
  const isHourly = plan.by.includes('hour');
  return [
    source(plan),
    ...plan.where.map((clause) => `| where ${text(clause)}`),
    ...(plan.by.includes('leg') ? [`| eval leg=${legCase(plan)}`] : []),
    ...(isHourly ? ['| bin span=1h _time'] : []),
    // A row without a value in one of these would not be counted.
    `| fillnull value="-" ${plan.by.map(name).join(' ')}`,
    `| stats count AS hits BY ${plan.by.map(name).join(' ')}`,
    isHourly ? '| sort 0 _time' : '| sort 0 - hits',
  ].join('\n');
}

function attempts(plan: AttemptPlan): string {
  const parts = plan.key.map((name) => `coalesce(${column(name)}, "-")`);
  const taken = plan.has.has('taken') ? `-coalesce(tonumber(${column('taken')}), 0)/1000` : '';
  const isAsked = plan.user === undefined ? [] : [text({ text: 'user', value: plan.user })];
  const outcomes = outcomesIn(plan.rules, { and: 'AND', or: 'OR', some: (name) => `${name}>0` });
  const retried = RETRIED.map((leg) => `before="${leg}"`).join(' OR ');
  const tally = (name: string, when: string) => `count(eval(${when})) AS ${name}`;
  const client = plan.has.has('client') ? column('client') : 'key';
  return [
    source(plan),
    `| where ${text(REFUSED)} OR ${text(plan.accepted)}`,
    ...plan.where.map((clause) => `| where ${text(clause)}`),
    ...(plan.key.includes('agent')
      ? ['| eval agent=coalesce(cs_User_Agent, cs_User_Agent_, http_user_agent)']
      : []),
    `| eval leg=${legCase(plan)}`,
    `| eval key=lower(${['"client"', ...parts].join('."|".')})`,
    `| eval step=case(${LEGS.map((leg, i) => `leg="${leg}", ${i}`).join(', ')})`,
    '| sort 0 key _time step',
    '| streamstats current=f last(leg) AS before last(_time) AS previous BY key',
    `| eval gap=_time-previous${taken}`,
    `| eval begins=if(isnull(before) OR before="accepted" OR gap>${IDLE_SECONDS}`,
    `    OR (leg="challenge" AND NOT (${retried})), 1, 0)`,
    '| streamstats sum(begins) AS attempt BY key',
    `| stats count AS hits ${[
      ...LEGS.map((leg) => tally(leg, `leg="${leg}"`)),
      tally('pauses', `begins=0 AND gap>${PERSON_SECONDS}`),
      ...isAsked.map((when) => tally('asked', when)),
      `values(${client}) AS client`,
    ].join('\n    ')} BY key attempt`,
    `| where hits>accepted${plan.onlyAccepted ? ' AND accepted>0' : ''}`,
    ...isAsked.map(() => '| where asked>0'),
    `| eval outcome=case(${outcomes
      .map(({ outcome, when }, i) =>
        i < outcomes.length - 1 ? `${when}, "${outcome}"` : `true(), "${outcome}"`,
      )
      .join(',\n    ')})`,
    '| stats count AS attempts sum(hits) AS hits dc(client) AS clients BY outcome',
    '| sort 0 - attempts',
  ].join('\n');
}

export const SPLUNK: Engine = {
  id: 'splunk',
  name: 'Splunk',
  replace:
    'Replace index=* with the index of your IIS logs, and keep the source type that you use.',
  blind: {
    attempts:
      'Rows with the same time have no order here, so attempts of one client in one second can run together.',
  },
  always: ['time'],
  literal,
  rows,
  attempts,
};
