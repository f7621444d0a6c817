/** Columns and conditions in DuckDB's SQL. A dash of the log is NULL there. */
import { sqlLiteral } from '../../../text/escape/query-literals.ts';
import { type Column, W3C_NAME } from './columns.ts';
import type { Words } from './condition.ts';
import type { AttemptPlan, PeoplePlan, RowPlan } from './engine.ts';
import { type Predicate, type Terms, written } from './predicate.ts';
import type { Group } from './questions.ts';
import type { RowSign } from './row-signs.ts';

export type AnyPlan = RowPlan | PeoplePlan | AttemptPlan;

export const column = (name: Column): string => `"${W3C_NAME[name]}"`;
export const quoted = (words: readonly string[]): string => words.map(sqlLiteral).join(', ');

/** `203.0.113.7:50123` and `[2001:db8::7]:50123` without the port. */
const PORT = String.raw`'^\[([^\]]*)\].*$|^([^:]+):[0-9]+$', '\1\2'`;

/** Who asked: the first address of the proxy's column where the log has one. */
export function client(has: ReadonlySet<Column>): string {
  const peer = column('client');
  if (!has.has('forwarded')) return peer;
  const first = `trim(split_part(${column('forwarded')}, ',', 1))`;
  return `coalesce(regexp_replace(${first}, ${PORT}), ${peer})`;
}

/** `CONTOSO\anna`, `anna@contoso.com` and `Anna` are one person. */
export const PERSON = String.raw`lower(regexp_replace(${column('user')}, '^.*\\|@.*$', '', 'g'))`;

const equals = (name: string, of: readonly (number | string)[]): string =>
  of.length === 1 ? `${name} = ${of[0] ?? ''}` : `${name} IN (${of.join(', ')})`;

export function textFor(has: ReadonlySet<Column>): (predicate: Predicate) => string {
  const name = (of: Column) => (of === 'client' ? client(has) : column(of));
  const terms: Terms = {
    is: (of, values) => equals(column(of), values),
    between: (of, from, to) => `${column(of)} BETWEEN ${from} AND ${to}`,
    text: (of, value) => `lower(${name(of)}) = lower(${sqlLiteral(value)})`,
    begins: (of, word) => `lower(${column(of)}) LIKE '${word}%'`,
    has: (of, word) => `lower(${column(of)}) LIKE '%${word}%'`,
    named: () => `${column('user')} IS NOT NULL`,
    and: 'AND',
    or: 'OR',
    not: 'NOT',
  };
  return (predicate) => written(predicate, terms);
}

export const WORDS: Words = {
  oneOf: (name, words) => equals(name, words.map(sqlLiteral)),
  between: (name, from, to) => `${name} BETWEEN ${from} AND ${to}`,
  over: (name, seconds) => `${name} > ${seconds}`,
  given: (name) => `${name} IS NOT NULL`,
  same: (a, b) => `${a} = ${b}`,
  flag: (name) => name,
  and: 'AND',
  not: 'NOT',
  orOnNextLine: '\n         OR ',
};

/** What rows must fit; each part may be joined with others by AND. */
export function conditions({ where, range, has }: AnyPlan): string[] {
  const stamp = (iso: string) => `TIMESTAMP '${iso.replace('T', ' ').replace('Z', '')}'`;
  const text = textFor(has);
  return [
    ...where.map((clause) => ('any' in clause ? `(${text(clause)})` : text(clause))),
    ...(range ? [`utc BETWEEN ${stamp(range.first)} AND ${stamp(range.last)}`] : []),
  ];
}

export function signCase(signs: readonly RowSign[], has: ReadonlySet<Column>): string {
  const text = textFor(has);
  const cases = signs.map(({ sign, when }) => `WHEN ${text(when)} THEN '${sign}'`);
  return `CASE ${cases.join('\n         ')}\n         ELSE 'application' END`;
}

/** What rows are counted by, under a name. */
export function groupText(by: Group, has: ReadonlySet<Column>, signs: readonly RowSign[]): string {
  if (by === 'hour') return `date_trunc('hour', utc) AS hour`;
  if (by === 'sign') return `${signCase(signs, has)} AS sign`;
  if (by === 'client') return `${client(has)} AS client`;
  return column(by);
}
