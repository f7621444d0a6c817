/**
 * The rows of the files in PowerShell, as hashtables by the column's name. Each file's own `#Fields`
 * is followed, also when it changes in the middle.
 *
 * Source: about_Quoting_Rules; PowerShell language specification, 2.3.5.2 (single-quote characters).
 */
import { type Column, W3C_NAME } from './columns.ts';
import type { AttemptPlan, RowPlan } from './engine.ts';
import { type Predicate, type Terms, written } from './predicate.ts';

export const PATH = 'C:\\inetpub\\logs\\LogFiles\\W3SVC*\\u_ex*.log';

/** Two quotes are a quote; the four curly single quotes count as quotes, too. */
export const literal = (name: string): string => `'${name.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
export const column = (name: Column): string => `$row['${W3C_NAME[name]}']`;

const TERMS: Terms = {
  is: (name, of) =>
    of.length === 1
      ? `${column(name)} -eq '${of[0] ?? 0}'`
      : `${column(name)} -in ${of.map((value) => `'${value}'`).join(', ')}`,
  between: (name, from, to) => `(${column(name)} -ge '${from}' -and ${column(name)} -le '${to}')`,
  text: (name, value) => `${column(name)} -eq ${literal(value)}`,
  named: () => `(${column('user')} -and ${column('user')} -ne '-')`,
  all: (parts) => parts.join(' -and '),
  not: (part) => `-not (${part})`,
};
export const condition = (predicate: Predicate): string => written(predicate, TERMS);

export const UTC = `($row['date'] + ' ' + $row['time'])`;

/** `$rows`: a hashtable for each row that fits, in the order of the files. */
export function source({ where, range }: RowPlan | AttemptPlan, first: readonly string[]): string {
  const stamp = (iso: string) => `'${iso.replace('T', ' ').replace('Z', '')}'`;
  const conditions = [
    ...first,
    ...where.map(condition),
    ...(range ? [`${UTC} -ge ${stamp(range.first)} -and ${UTC} -le ${stamp(range.last)}`] : []),
  ];
  return [
    `$number = 0`,
    `$rows = Get-ChildItem -Path '${PATH}' | ForEach-Object {`,
    '  $names = @()',
    '  Get-Content -LiteralPath $_.FullName -Encoding UTF8 | ForEach-Object {',
    `    if ($_.StartsWith('#Fields: ')) { $names = $_.Substring(9).Trim().Split(' ') }`,
    `    elseif ($names -and -not $_.StartsWith('#')) {`,
    `      $cells = $_.Split(' ')`,
    '      $row = @{ number = ($number++) }',
    '      for ($i = 0; $i -lt $names.Count -and $i -lt $cells.Count; $i++) {',
    '        $row[$names[$i]] = $cells[$i]',
    '      }',
    `      if (${conditions.join(' -and\n        ')}) { $row }`,
    '    }',
    '  }',
    '}',
  ].join('\n');
}

/** `Get-Leg`: the step that a row is. */
export function legFunction({ legs }: RowPlan | AttemptPlan): string {
  return [
    'function Get-Leg($row) {',
    ...legs.map(
      ({ leg, when }, i) => `  ${i === 0 ? 'if' : 'elseif'} (${condition(when)}) { '${leg}' }`,
    ),
    `  else { 'other' }`,
    '}',
  ].join('\n');
}
