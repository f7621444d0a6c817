/**
 * Names and conditions in SPL, for events of the Splunk Add-on for Microsoft IIS. Its recommended
 * source type, `ms:iis:auto`, names fields after the log's own header with `_` for other characters;
 * the older `ms:iis:default` and Splunk's own `iis` use the same names but for the agent's, which comes
 * with and without a `_` at the end.
 *
 * Source: Splunk Add-on for Microsoft IIS, "Source types"; Search Reference, "Evaluation functions".
 */
import { splunkLiteral } from '../../../text/escape/query-literals.ts';
import { forwardedName } from '../rows/forwarded.ts';
import { type Column, W3C_NAME } from './columns.ts';
import type { Words } from './condition.ts';
import type { AttemptPlan, PeoplePlan, RowPlan } from './engine.ts';
import { type Predicate, type Terms, written } from './predicate.ts';
import type { RowSign } from './row-signs.ts';

export type AnyPlan = RowPlan | PeoplePlan | AttemptPlan;

/** `cs-uri-stem` is `cs_uri_stem`; agent and client are made one field first. */
export const column = (name: Column): string =>
  name === 'agent' || name === 'client' ? name : W3C_NAME[name].replaceAll('-', '_');

const is = (name: Column, value: number) => `${column(name)}=${value}`;

const TERMS: Terms = {
  is: (name, of) =>
    of.length === 1 ? is(name, of[0] ?? 0) : `(${of.map((value) => is(name, value)).join(' OR ')})`,
  between: (name, from, to) => `(${column(name)}>=${from} AND ${column(name)}<=${to})`,
  text: (name, value) => `lower(${column(name)})=lower(${splunkLiteral(value)})`,
  begins: (name, word) => `like(lower(${column(name)}), "${word}%")`,
  has: (name, word) => `like(lower(${column(name)}), "%${word}%")`,
  named: () => `(isnotnull(${column('user')}) AND ${column('user')}!="-")`,
  and: 'AND',
  or: 'OR',
  not: 'NOT',
};
export const text = (predicate: Predicate): string => written(predicate, TERMS);

export const WORDS: Words = {
  oneOf: (name, words) =>
    words.length === 1
      ? `${name}="${words[0] ?? ''}"`
      : `in(${name}, ${words.map((word) => `"${word}"`).join(', ')})`,
  between: (name, from, to) => `(${name}>=${from} AND ${name}<=${to})`,
  over: (name, seconds) => `${name}>${seconds}`,
  given: (name) => `isnotnull(${name})`,
  same: (a, b) => `${a}=${b}`,
  flag: (name) => `${name}=1`,
  and: 'AND',
  not: 'NOT',
  orOnNextLine: '\n    OR ',
};

const SOURCE =
  'index=* sourcetype IN ("ms:iis:auto", "ms:iis:default", "ms:iis:default:85", "iis")';

/** Seconds since 1970 mean the same in every reader's time zone; `latest` is not included. */
function rangeText({ range }: AnyPlan): string {
  if (!range) return '';
  const second = (iso: string) => Math.floor(Date.parse(iso) / 1000);
  return ` earliest=${second(range.first)} latest=${second(range.last) + 1}`;
}

/** Who asked: the first address of the proxy's field where it has one, without the port. */
function clientOf({ fields, has }: AnyPlan): string[] {
  const peer = W3C_NAME.client.replaceAll('-', '_');
  const name = has.has('forwarded') ? forwardedName(fields) : undefined;
  if (name === undefined) return [`| eval client=${peer}`];
  const bare = name.replace(/\W/g, '_');
  const fieldsOf = [bare, `cs_${bare}`, `cs_${bare}_`];
  const ports = String.raw`"^\\[([^\\]]*)\\].*|^([^:]+):[0-9]+"`;
  return [
    `| eval client=coalesce(${fieldsOf.map((field) => `if(${field}="-", null(), ${field})`).join(', ')}, ${peer})`,
    String.raw`| eval client=replace(trim(mvindex(split(client, ","), 0)), ${ports}, "\\1\\2")`,
  ];
}

/** The events in the range, with agent and client where they are read. */
export function source(plan: AnyPlan, reads: readonly Column[]): string[] {
  const isRead = (name: Column) => reads.includes(name) && plan.has.has(name);
  return [
    `${SOURCE}${rangeText(plan)}`,
    ...(isRead('agent')
      ? ['| eval agent=coalesce(cs_User_Agent, cs_User_Agent_, http_user_agent)']
      : []),
    ...(isRead('client') ? clientOf(plan) : []),
  ];
}

/** `CONTOSO\anna`, `anna@contoso.com` and `Anna` are one person; nobody is null. */
export const PERSON = String.raw`if(${text({ named: true })}, lower(replace(cs_username, "^.*\\\\|@.*", "")), null())`;

export function signCase(signs: readonly RowSign[]): string {
  const cases = signs.map(({ sign, when }) => `${text(when)}, "${sign}"`);
  return `case(${[...cases, 'true(), "application"'].join(',\n    ')})`;
}
