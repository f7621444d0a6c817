/**
 * Windows PowerShell 5.1 and later: asks each machine for its events, and says of each that could
 * not be read or has none. What a machine sends is chosen by `xpath.ts`; names are compared here.
 *
 * Source: Microsoft Learn, "Get-WinEvent", "Get-ADDomainController".
 */
import { powershellLiteral } from '../../../text/escape/query-literals.ts';
import type { Engine, Narrowed, Plan } from './engine.ts';
import { type Field, spellingsOf } from './fields.ts';
import { APART, MACHINE_LENGTH, type Narrowing } from './narrowing.ts';
import type { Column, Question } from './question.ts';
import { xpathOf } from './xpath.ts';

const EXAMPLES = { servers: 'WEB01', clients: 'PC01' } as const;

/** Machines that are no domain controllers are named; which there are is not known here. */
function machines({ question: { writers }, machines }: Plan): string[] {
  const asksDirectory = writers.includes('domain-controllers');
  const others = writers.filter((writer) => writer !== 'domain-controllers');
  const names = machines.length > 0 ? machines : others.map((writer) => EXAMPLES[writer]);
  const list = names.map(powershellLiteral).join(', ');
  const directory = '@(Get-ADDomainController -Filter * | ForEach-Object { $_.HostName })';
  if (others.length === 0) return [`$machines = ${directory}`];
  return asksDirectory
    ? [`$machines = ${directory}`, `$machines = @($machines + @(${list}) | Sort-Object -Unique)`]
    : [`$machines = @(${list})`];
}

const value = (field: Field): string => `$data['${field}']`;

/** The first value that is there. */
function first([field, ...others]: readonly Field[]): string {
  if (field === undefined) return "''";
  if (others.length === 0) return `[string]${value(field)}`;
  return `[string]$(if (${value(field)}) { ${value(field)} } else { ${first(others)} })`;
}

function cell({ from, as }: Column): string {
  if (from === 'event') return '$record.Id';
  if (from === 'computer') return '([string]$record.MachineName).ToLower()';
  const text = `(${first(from)}).ToLower()`;
  if (as === 'address') return `${text} -replace '${APART.address}'`;
  return as ? `Get-Code ${text}` : text;
}

/** `Get-Code`: the code with its name. */
function codeFunction(columns: readonly Column[]): string[] {
  const codes = columns.flatMap(({ as }) => (typeof as === 'object' ? as.codes : []));
  if (codes.length === 0) return [];
  return [
    'function Get-Code($code) {',
    '  switch ($code) {',
    ...codes.map(([code, name]) => {
      const [short = '', ...padded] = spellingsOf(code);
      const list = [short, ...padded].map((one) => `'${one}'`).join(', ');
      return `    { $_ -in ${list} } { return '${short} ${name}' }`;
    }),
    '  }',
    '  $code',
    '}',
  ];
}

const AS_COMPARED: Readonly<Record<Narrowing, (text: string) => string>> = {
  name: (text) => `(${text} -replace '${APART.name}')`,
  account: (text) => `(${text} -replace '${APART.account}')`,
  address: (text) => `(${text} -replace '${APART.address}')`,
  machine: (text) =>
    `((${text} -replace '${APART.machine}') -replace '(?<=^.{${MACHINE_LENGTH}}).*$')`,
};

const isNamed = ({ by, fields, name }: Narrowed): string =>
  fields
    .map((field) => `${AS_COMPARED[by](value(field))} -eq ${powershellLiteral(name)}`)
    .join(' -or ');

/** What is read of each machine. */
function reading({ question, narrowed }: Plan): string[] {
  const columns = [...question.by, ...(question.distinct ? [question.distinct] : [])];
  return [
    '$read = 0',
    '$rows = @(foreach ($machine in $machines) {',
    '  try {',
    `    $records = @(Get-WinEvent -ComputerName $machine -LogName '${question.log}' -FilterXPath $xpath -ErrorAction Stop)`,
    '  } catch {',
    "    if ($_.FullyQualifiedErrorId -like 'NoMatchingEventsFound*') {",
    '      $read++',
    "      Write-Warning ('{0}: no such event in this time.' -f $machine)",
    '    } else {',
    "      Write-Warning ('{0} was NOT read: {1}' -f $machine, $_.Exception.Message)",
    '    }',
    '    continue',
    '  }',
    '  $read++',
    '  foreach ($record in $records) {',
    '    $data = @{}',
    '    foreach ($item in ([xml]$record.ToXml()).Event.EventData.ChildNodes) {',
    "      $data[$item.GetAttribute('Name')] = $item.InnerText",
    '    }',
    ...narrowed.map((one) => `    if (-not (${isNamed(one)})) { continue }`),
    '    [pscustomobject]@{',
    "      time = $record.TimeCreated.ToUniversalTime().ToString('u')",
    ...columns.map((column) => `      ${column.name} = ${cell(column)}`),
    '    }',
    '  }',
    '})',
  ];
}

function counting({ by, distinct }: Question): string[] {
  return [
    `$rows | Group-Object -Property ${by.map(({ name }) => name).join(', ')} | ForEach-Object {`,
    '  $times = @($_.Group | ForEach-Object { $_.time } | Sort-Object)',
    '  [pscustomobject]@{',
    '    hits = $_.Count',
    ...(distinct
      ? [
          `    ${distinct.name} = @($_.Group | ForEach-Object { $_.${distinct.name} } | Where-Object { $_ } | Sort-Object -Unique).Count`,
        ]
      : []),
    ...by.map(({ name }) => `    ${name} = $_.Group[0].${name}`),
    '    first_seen = $times[0]',
    '    last_seen = $times[-1]',
    '  }',
    '} | Sort-Object -Property hits -Descending | Format-List',
    "'Events counted: {0}. Machines read: {1} of {2}.' -f $rows.Count, $read, $machines.Count",
  ];
}

function write(plan: Plan): string {
  const { question } = plan;
  return [
    ...machines(plan),
    `$xpath = ${powershellLiteral(xpathOf(plan))}`,
    ...codeFunction(question.by),
    ...reading(plan),
    ...counting(question),
  ].join('\n');
}

const DIRECTORY =
  'Run it with the ActiveDirectory module, as a member of Event Log Readers of the domain; it asks the domain controllers of your own domain.';

function replace({ writers }: Question): string {
  const others = writers.filter((writer) => writer !== 'domain-controllers');
  const named = others.map((writer) => `${EXAMPLES[writer]} with your ${writer}`).join(', ');
  const instead = named === '' ? '' : `Replace ${named}, if the query has no names of yours. `;
  return writers.includes('domain-controllers')
    ? `${instead}${DIRECTORY}`
    : `${instead}Run it as a member of Event Log Readers of those machines.`;
}

export const POWERSHELL: Engine = {
  id: 'powershell',
  name: 'PowerShell',
  replace,
  blind: () => [
    'It needs the firewall group Remote Event Log Management open on each machine. A warning names each machine that was not read; nothing is known of those.',
  ],
  lacks: {},
  literal: powershellLiteral,
  write,
};
