/**
 * The rows of the files in PowerShell, as hashtables by the column's name. Each file's own `#Fields`
 * is followed, also when it changes in the middle.
 */
import { powershellLiteral } from '../../../text/escape/query-literals.ts';
import { forwardedName } from '../rows/forwarded.ts';
import { type Column, W3C_NAME } from './columns.ts';
import type { AttemptPlan, PeoplePlan, RowPlan } from './engine.ts';
import { type Predicate, type Terms, written } from './predicate.ts';
import type { Group } from './questions.ts';
import type { RowSign } from './row-signs.ts';

export type AnyPlan = RowPlan | PeoplePlan | AttemptPlan;

export const PATH = 'C:\\inetpub\\logs\\LogFiles\\W3SVC*\\u_ex*.log';

/** `client` is worked out for each row. */
export const column = (name: Column): string =>
  name === 'client' ? '$row.client' : `$row['${W3C_NAME[name]}']`;

const TERMS: Terms = {
  is: (name, of) =>
    of.length === 1
      ? `${column(name)} -eq '${of[0] ?? 0}'`
      : `${column(name)} -in ${of.map((value) => `'${value}'`).join(', ')}`,
  between: (name, from, to) => `(${column(name)} -ge '${from}' -and ${column(name)} -le '${to}')`,
  text: (name, value) => `${column(name)} -eq ${powershellLiteral(value)}`,
  begins: (name, word) => `${column(name)} -like '${word}*'`,
  has: (name, word) => `${column(name)} -like '*${word}*'`,
  named: () => `(${column('user')} -and ${column('user')} -ne '-')`,
  and: '-and',
  or: '-or',
  not: '-not',
};
export const condition = (predicate: Predicate): string => written(predicate, TERMS);

/** In brackets where it has several parts: -and and -or bind alike. */
export const part = (predicate: Predicate): string =>
  'all' in predicate || 'any' in predicate ? `(${condition(predicate)})` : condition(predicate);

export const UTC = `($row['date'] + ' ' + $row['time'])`;

/** Who asked: the first address of the proxy's column where it has one, without the port. */
function clientOf({ fields, has }: AnyPlan): string[] {
  if (!has.has('client')) return [];
  const name = has.has('forwarded') ? forwardedName(fields) : undefined;
  if (name === undefined) return ["      $row.client = $row['c-ip']"];
  // The reader tells cs(X-Forwarded-For) by its usual name.
  const names = [name, `cs(${name})`].map((one) => `$row[${powershellLiteral(one)}]`).join(', ');
  return [
    `      $first = @(${names}) | Where-Object { $_ -and $_ -ne '-' } | Select-Object -First 1`,
    `      if (-not $first) { $first = $row['c-ip'] }`,
    String.raw`      $row.client = $first.Split(',')[0].Trim() -replace '^\[([^\]]*)\].*$|^([^:]+):[0-9]+$', '$1$2'`,
  ];
}

/** `$rows`: a hashtable for each row that fits, in the order of the files. */
export function source(plan: AnyPlan, first: readonly string[]): string {
  const { where, range } = plan;
  const stamp = (iso: string) => `'${iso.replace('T', ' ').replace('Z', '')}'`;
  const conditions = [
    ...first,
    ...where.map(part),
    ...(range ? [`${UTC} -ge ${stamp(range.first)} -and ${UTC} -le ${stamp(range.last)}`] : []),
  ];
  return [
    `$number = 0`,
    `$rows = Get-ChildItem -Path '${PATH}' | ForEach-Object {`,
    '  $names = @()',
    '  $folder = $_.Directory.Name',
    '  Get-Content -LiteralPath $_.FullName -Encoding UTF8 | ForEach-Object {',
    `    if ($_.StartsWith('#Fields: ')) { $names = $_.Substring(9).Trim().Split(' ') }`,
    `    elseif ($names -and -not $_.StartsWith('#')) {`,
    `      $cells = $_.Split(' ')`,
    '      $row = @{ number = ($number++); folder = $folder }',
    '      for ($i = 0; $i -lt $names.Count -and $i -lt $cells.Count; $i++) {',
    '        $row[$names[$i]] = $cells[$i]',
    '      }',
    ...clientOf(plan),
    `      if (${conditions.length > 0 ? conditions.join(' -and\n        ') : '$true'}) { $row }`,
    '    }',
    '  }',
    '}',
  ].join('\n');
}

/** `Get-Sign`: what the row shows. */
export function signFunction(signs: readonly RowSign[]): string {
  return [
    'function Get-Sign($row) {',
    ...signs.map(
      ({ sign, when }, i) => `  ${i === 0 ? 'if' : 'elseif'} (${condition(when)}) { '${sign}' }`,
    ),
    `  else { 'application' }`,
    '}',
  ].join('\n');
}

/** `Get-Person`: CONTOSO\anna, anna@contoso.com and Anna are one person. */
export const PERSON_FUNCTION = [
  'function Get-Person($row) {',
  `  if (${condition({ named: true })}) { ($row['cs-username'] -replace '^.*\\\\|@.*$').ToLower() } else { '' }`,
  '}',
].join('\n');

export function groupText(by: Group): string {
  if (by === 'hour') return `$row['date'] + ' ' + $row['time'].Substring(0, 2) + ':00'`;
  return by === 'sign' ? 'Get-Sign $row' : column(by);
}
