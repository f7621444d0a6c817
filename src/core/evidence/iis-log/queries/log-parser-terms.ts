/**
 * Names and conditions in Log Parser 2.2. In a literal the backslash is the escape and `\uxxxx` stands
 * for any character (help, "Constant Values"); all but plain ones are written so, because on a
 * command line cmd would replace `%NAME%`, and in a query file Log Parser itself does.
 */
import { type Column, W3C_NAME } from './columns.ts';
import type { AttemptPlan, RowPlan } from './engine.ts';
import { type Predicate, type Terms, written } from './predicate.ts';

export const PATH = 'C:\\inetpub\\logs\\LogFiles\\W3SVC*\\u_ex*.log';

export function literal(name: string): string {
  let text = '';
  for (let i = 0; i < name.length; i++) {
    const sign = name.charAt(i);
    if (/[\w @$./:=,;()-]/.test(sign)) text += sign;
    else if (sign === '\\') text += '\\\\';
    else text += `\\u${name.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return `'${text}'`;
}

export const column = (name: Column): string => W3C_NAME[name];

const TERMS: Terms = {
  is: (name, of) => {
    const equal = of.map((value) => `${column(name)} = ${value}`);
    return equal.length === 1 ? equal.join('') : `(${equal.join(' OR ')})`;
  },
  between: (name, from, to) => `(${column(name)} >= ${from} AND ${column(name)} <= ${to})`,
  text: (name, value) => `TO_LOWERCASE(${column(name)}) = TO_LOWERCASE(${literal(value)})`,
  named: () => `${column('user')} IS NOT NULL`,
  all: (parts) => parts.join(' AND '),
  not: (part) => `NOT (${part})`,
};
export const condition = (predicate: Predicate): string => written(predicate, TERMS);

export const UTC = 'TO_TIMESTAMP(date, time)';

export function conditions({ where, range }: RowPlan | AttemptPlan): string[] {
  const stamp = (iso: string) =>
    `TIMESTAMP('${iso.replace('T', ' ').replace('Z', '')}', 'yyyy-MM-dd hh:mm:ss')`;
  return [
    ...where.map(condition),
    ...(range ? [`${UTC} >= ${stamp(range.first)}`, `${UTC} <= ${stamp(range.last)}`] : []),
  ];
}
