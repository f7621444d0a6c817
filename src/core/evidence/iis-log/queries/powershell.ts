/**
 * PowerShell 5.1 and later, for a handful of files. Codes are compared as text, because 2148074254 is
 * no Int32.
 */
import { type AttemptPlan, type Engine, outcomesIn, type RowPlan } from './engine.ts';
import { IDLE_SECONDS, LEGS, PERSON_SECONDS, REFUSED, RETRIED } from './legs.ts';
import { column, condition, legFunction, literal, PATH, source, UTC } from './powershell-rows.ts';
import type { Group } from './questions.ts';

function rows(plan: RowPlan): string {
  const group = (by: Group): string => {
    if (by === 'hour') return `$row['date'] + ' ' + $row['time'].Substring(0, 2) + ':00'`;
    return by === 'leg' ? 'Get-Leg $row' : column(by);
  };
  const isHourly = plan.by.includes('hour');
  return [
    ...(plan.by.includes('leg') ? [legFunction(plan)] : []),
    source(plan, []),
    `$rows | Group-Object -NoElement -Property ${plan.by.map((by) => `{ $row = $_; ${group(by)} }`).join(', ')} |`,
    `  Sort-Object ${isHourly ? 'Name' : 'Count -Descending'} | Format-Table Count, Name -AutoSize`,
  ].join('\n');
}

function attempts(plan: AttemptPlan): string {
  const key = plan.key.map((name) => column(name)).join(` + '|' + `);
  const taken = plan.has.has('taken') ? ` - ($row['time-taken'] -as [double]) / 1000` : '';
  const isAsked = plan.user === undefined ? [] : [condition({ text: 'user', value: plan.user })];
  const tests = { and: '-and', or: '-or', some: (name: string) => `$_.${name}` };
  const outcomes = outcomesIn(plan.rules, tests);
  const retried = RETRIED.map((leg) => `'${leg}'`).join(', ');
  const wanted = [
    '$_.hits -gt $_.accepted',
    ...(plan.onlyAccepted ? ['$_.accepted'] : []),
    ...isAsked.map(() => '$_.asked'),
  ];
  return [
    legFunction(plan),
    source(plan, [`(${condition(REFUSED)} -or ${condition(plan.accepted)})`]),
    '$open = @{}',
    `$attempts = foreach ($row in $rows | Sort-Object { $_['date'] + ' ' + $_['time'] }, { $_.number }) {`,
    `  $key = 'client|' + ${key === '' ? `''` : key}`,
    '  $leg = Get-Leg $row',
    `  $utc = [datetime]${UTC}`,
    '  $attempt = $open[$key]',
    `  $gap = if ($attempt) { ($utc - $attempt.last).TotalSeconds${taken} }`,
    `  if (-not $attempt -or $attempt.before -eq 'accepted' -or $gap -gt ${IDLE_SECONDS} -or`,
    `    ($leg -eq 'challenge' -and $attempt.before -notin ${retried})) {`,
    `    $attempt = @{ hits = 0; pauses = 0; asked = 0; ${LEGS.map((leg) => `${leg} = 0`).join('; ')} }`,
    '    $open[$key] = $attempt',
    '    $attempt',
    '  }',
    `  elseif ($gap -gt ${PERSON_SECONDS}) { $attempt.pauses++ }`,
    '  $attempt.hits++',
    '  $attempt[$leg]++',
    ...isAsked.map((when) => `  if (${when}) { $attempt.asked++ }`),
    '  $attempt.before = $leg',
    '  $attempt.last = $utc',
    '}',
    `$attempts | Where-Object { ${wanted.join(' -and ')} } | ForEach-Object {`,
    ...outcomes.map(({ outcome, when }, i) => {
      const word = i === 0 ? 'if' : i < outcomes.length - 1 ? 'elseif' : 'else';
      return `  ${word} ${word === 'else' ? '' : `(${when}) `}{ '${outcome}' }`;
    }),
    '} | Group-Object -NoElement | Sort-Object Count -Descending | Format-Table Count, Name -AutoSize',
  ].join('\n');
}

export const POWERSHELL: Engine = {
  id: 'powershell',
  name: 'PowerShell',
  replace: `Replace the path ${PATH} with your files; it reads one row at a time, so start with one day.`,
  literal,
  rows,
  attempts,
};
