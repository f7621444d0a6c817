/** Names and conditions in Log Parser 2.2. A dash of the log is NULL there. */
import { logParserLiteral } from '../../../text/escape/query-literals.ts';
import { type Column, W3C_NAME } from './columns.ts';
import type { AttemptPlan, PeoplePlan, RowPlan } from './engine.ts';
import { type Predicate, type Terms, written } from './predicate.ts';

export const PATH = 'C:\\inetpub\\logs\\LogFiles\\W3SVC*\\u_ex*.log';

export const column = (name: Column): string => W3C_NAME[name];

const TERMS: Terms = {
  is: (name, of) =>
    of.length === 1 ? `${column(name)} = ${of[0] ?? 0}` : `${column(name)} IN (${of.join('; ')})`,
  between: (name, from, to) => `(${column(name)} >= ${from} AND ${column(name)} <= ${to})`,
  text: (name, value) => `TO_LOWERCASE(${column(name)}) = TO_LOWERCASE(${logParserLiteral(value)})`,
  begins: (name, word) => `TO_LOWERCASE(${column(name)}) LIKE '${word}%'`,
  has: (name, word) => `TO_LOWERCASE(${column(name)}) LIKE '%${word}%'`,
  named: () => `${column('user')} IS NOT NULL`,
  and: 'AND',
  or: 'OR',
  not: 'NOT',
};
export const condition = (predicate: Predicate): string => written(predicate, TERMS);

export const UTC = 'TO_TIMESTAMP(date, time)';

export function conditions({ where, range }: RowPlan | PeoplePlan | AttemptPlan): string[] {
  const stamp = (iso: string) =>
    `TIMESTAMP('${iso.replace('T', ' ').replace('Z', '')}', 'yyyy-MM-dd hh:mm:ss')`;
  return [
    ...where.map((clause) => ('any' in clause ? `(${condition(clause)})` : condition(clause))),
    ...(range ? [`${UTC} >= ${stamp(range.first)}`, `${UTC} <= ${stamp(range.last)}`] : []),
  ];
}
