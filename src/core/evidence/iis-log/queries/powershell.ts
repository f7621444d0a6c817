/**
 * PowerShell 5.1 and later, for a handful of files. Codes are compared as text, because 2148074254 is
 * no Int32.
 */
import { powershellLiteral } from '../../../text/escape/query-literals.ts';
import type { Engine, PeoplePlan, RowPlan } from './engine.ts';
import { PARALLEL } from './joining.ts';
import { attempts } from './powershell-attempts.ts';
import { groupText, part, PATH, PERSON_FUNCTION, signFunction, source } from './powershell-rows.ts';
import type { Group } from './questions.ts';

const groupBlocks = (by: readonly Group[]): string =>
  by.map((group) => `{ $row = $_; ${groupText(group)} }`).join(', ');

function rows(plan: RowPlan): string {
  const head = [
    ...(plan.by.includes('sign') ? [signFunction(plan.signs)] : []),
    source(plan, []),
    `$rows | Group-Object ${plan.tallies.length > 0 ? '' : '-NoElement '}-Property ${groupBlocks(plan.by)} |`,
  ];
  if (plan.tallies.length === 0) {
    const order = plan.by.includes('hour') ? 'Name' : 'Count -Descending';
    return [...head, `  Sort-Object ${order} | Format-Table Count, Name -AutoSize`].join('\n');
  }
  return [
    ...head,
    '  Sort-Object Name | ForEach-Object {',
    `    $counts = [ordered]@{ Name = $_.Name; ${plan.tallies.map(({ name }) => `${name} = 0`).join('; ')} }`,
    '    foreach ($row in $_.Group) {',
    ...plan.tallies.map(({ name, when }) => `      if (${part(when)}) { $counts.${name}++ }`),
    '    }',
    '    [pscustomobject]$counts',
    '  } | Format-Table -AutoSize',
  ].join('\n');
}

/** Name by name first, so that nobody is counted both as refused and as let in. */
function people(plan: PeoplePlan): string {
  const least = [
    `$_.names_${plan.keep.names} -ge ${plan.keep.least}`,
    ...(plan.keep.times === undefined
      ? []
      : [`$_.names_refused -ge ${plan.keep.times} * $_.names_accepted`]),
  ];
  return [
    PERSON_FUNCTION,
    source(plan, [part({ named: true })]),
    `$rows | Group-Object -Property ${groupBlocks(plan.by)} | ForEach-Object {`,
    '  $refused = @{}; $accepted = @{}; $refusals = 0',
    '  foreach ($row in $_.Group) {',
    '    $person = Get-Person $row',
    `    if (${part(plan.refused)}) { $refused[$person] = 1; $refusals++ }`,
    `    elseif (${part(plan.accepted)}) { $accepted[$person] = 1 }`,
    '  }',
    '  [pscustomobject]@{',
    '    Name = $_.Name',
    '    names_refused = @($refused.Keys | Where-Object { -not $accepted.ContainsKey($_) }).Count',
    '    names_accepted = $accepted.Count',
    '    refusals = $refusals',
    '  }',
    `} | Where-Object { ${least.join(' -and ')} } | Sort-Object names_${plan.keep.names} -Descending |`,
    '  Format-Table names_refused, names_accepted, refusals, Name -AutoSize',
  ].join('\n');
}

export const POWERSHELL: Engine = {
  id: 'powershell',
  name: 'PowerShell',
  replace: `Replace the path ${PATH} with your files; it reads one row at a time, so start with one day.`,
  blind: { attempts: `${PARALLEL} Attempts of a password spray are counted as refused.` },
  literal: powershellLiteral,
  rows,
  people,
  attempts,
};
