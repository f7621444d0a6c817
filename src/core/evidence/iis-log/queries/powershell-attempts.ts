/** Attempts in PowerShell: the steps of `joining.ts`, visitor by visitor. */
import { type Condition, wording, type Words } from './condition.ts';
import type { AttemptPlan } from './engine.ts';
import { type Joining, joiningOf, LATER_SIGNS, PERSONAL_SIGNS, REFUSED_SIGNS } from './joining.ts';
import { AGAIN, outcomesIn } from './outcome-rules.ts';
import {
  column,
  condition,
  part,
  PERSON_FUNCTION,
  signFunction,
  source,
  UTC,
} from './powershell-rows.ts';
import { REFUSED } from './row-signs.ts';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/** Names are keys of the hashtable `$it`. */
const WORDS: Words = {
  oneOf: (name, words) =>
    words.length === 1 ? `$it.${name} -eq ${quoted(words)}` : `$it.${name} -in ${quoted(words)}`,
  between: (name, from, to) =>
    `($null -ne $it.${name} -and $it.${name} -ge ${from} -and $it.${name} -le ${to})`,
  over: (name, seconds) => `$it.${name} -gt ${seconds}`,
  given: (name) => `$it.${name} -ne ''`,
  same: (a, b) => `$it.${a} -eq $it.${b}`,
  flag: (name) => `$it.${name}`,
  and: '-and',
  not: '-not',
  orOnNextLine: ' -or\n      ',
};
const told = (rule: Condition): string =>
  'any' in rule ? `(${wording(rule, WORDS)})` : wording(rule, WORDS);

/** `$steps`: what the rows show, and when. */
function steps(plan: AttemptPlan): string[] {
  const { has, key, user, preflight } = plan;
  const names = key.map(column);
  const visitor = [...(has.has('site') ? [] : ['$row.folder']), ...names].join(` + '|' + `);
  const taken = has.has('taken') ? `-($row['time-taken'] -as [double])` : '0';
  return [
    signFunction(plan.signs),
    ...(has.has('user') ? [PERSON_FUNCTION] : []),
    source(plan, [part({ any: [REFUSED, plan.accepted] })]),
    '$steps = foreach ($row in $rows) {',
    `  $ended = [datetime]${UTC}`,
    '  $it = @{',
    `    visitor = ${visitor === '' ? `'client'` : visitor}; number = $row.number`,
    `    client = ${has.has('client') ? '$row.client' : `''`}; person = ${has.has('user') ? 'Get-Person $row' : `''`}`,
    `    ended = $ended; begun = $ended.AddMilliseconds(${taken}); sign = Get-Sign $row`,
    `    preflight = ${preflight ? condition(preflight) : '$false'}`,
    `    asked = ${user === undefined ? '$true' : condition({ text: 'user', value: user })}`,
    '  }',
    `  $it.stage = if ($it.sign -in ${quoted(REFUSED_SIGNS)}) { 'refused' }`,
    `    elseif ($it.sign -in ${quoted(LATER_SIGNS)}) { 'later' } else { $it.sign }`,
    '  # Times are whole seconds; a slow answer is placed where its request began.',
    '  $it.placed = $it.begun.AddSeconds(1)',
    '  if ($it.placed -gt $ended) { $it.placed = $ended }',
    '  $it',
    '}',
  ];
}

/** `$requests` of one visitor. */
function requests({ goesOn, pause }: Joining): string[] {
  return [
    '  $requests = New-Object System.Collections.ArrayList',
    `  $row = $null; $earlier = ''; $request = $null`,
    '  foreach ($it in $visitor.Group | Sort-Object { $_.placed }, { $_.number }) {',
    `    $it.before = if ($row) { $row.stage } else { '' }`,
    '    $it.earlier = $earlier',
    '    $it.gap = if ($row) { ($it.begun - $row.ended).TotalSeconds }',
    '    $it.apart = if ($row) { ($it.ended - $row.ended).TotalSeconds }',
    `    $it.goes_on = ${told(goesOn)}`,
    '    if (-not $it.goes_on) {',
    '      $request = @{ client = $it.client; preflight = $it.preflight; asked = $false; begun = $it.begun',
    `        ended = $it.ended; person = ''; hits = 0; signs = @(); pause = $false; stage = '' }`,
    '      [void]$requests.Add($request)',
    '    }',
    '    $request.hits++; $request.signs += $it.sign',
    '    if ($it.asked) { $request.asked = $true }',
    `    if (${told(pause)}) { $request.pause = $true }`,
    '    if ($it.person) { $request.person = $it.person }',
    '    if ($it.begun -lt $request.begun) { $request.begun = $it.begun }',
    '    if ($it.ended -gt $request.ended) { $request.ended = $it.ended }',
    `    if ($request.stage -ne 'accepted') { $request.stage = $it.stage; $request.sign = $it.sign }`,
    `    $earlier = $it.before; $row = $it`,
    '  }',
  ];
}

/** What is to be known of the requests around each. */
function neighbors({ isRepeated, isRetry }: Joining): string[] {
  return [
    `  $who = ''; $answer = $null`,
    '  for ($i = $requests.Count - 1; $i -ge 0; $i--) {',
    '    $it = $requests[$i]',
    '    if ($it.person) { $who = $it.person }',
    '    $it.who = $who',
    '    $it.until_answer = if ($answer) { ($answer - $it.ended).TotalSeconds }',
    `    if ($it.stage -eq 'refused' -or ($it.stage -eq 'accepted' -and $it.hits -gt 1)) { $answer = $it.begun }`,
    '  }',
    `  $who = ''; $previous = $null; $open = @{}; $logons = @{}`,
    '  foreach ($it in $requests) {',
    '    if ($it.who) { $who = $it.who } else { $it.who = $who }',
    `    $it.before = if ($previous) { $previous.stage } else { '' }`,
    '    $it.since = if ($previous) { ($it.begun - $previous.ended).TotalSeconds }',
    `    $it.is_bare = $it.signs -contains 'handshake' -and $it.signs -notcontains 'challenge'`,
    `    $it.cause = if ($it.sign -in 'accepted', ${quoted(PERSONAL_SIGNS)}) { 'person' }`,
    `      elseif ($it.stage -eq 'refused') { $it.sign } else { '' }`,
    `    $it.is_retry = ${told(isRetry)}`,
    '    if ($it.is_retry) { $it.cause = $previous.cause }',
    '    $previous = $it',
    `    if (${told(isRepeated)}) { continue }`,
    `    if ($it.is_retry -and $it.stage -eq 'handshake') { continue }`,
  ];
}

/** Requests become attempts, one person and cause at a time. */
function joined({ joins }: Joining): string[] {
  return [
    '    # Whoever has got in does not go on with a refusal.',
    `    $key = $it.who + '|' + $it.cause + '|' + $logons[$it.who]`,
    `    if ($it.stage -eq 'accepted' -and $it.hits -gt 1) { $logons[$it.who] = 1 + $logons[$it.who] }`,
    '    $attempt = $open[$key]',
    `    $it.before = ''; $it.sign_before = ''; $it.since = $null`,
    '    if ($attempt) {',
    '      $it.before = $attempt.last.stage; $it.sign_before = $attempt.last.sign',
    '      $it.since = ($it.begun - $attempt.last.ended).TotalSeconds',
    '    }',
    '    # Only refused names and passwords are made good by a later success.',
    `    if (-not (${told(joins)}) -or ($it.stage -eq 'accepted' -and -not $attempt.is_pure)) {`,
    '      $attempt = @{ client = $it.client; preflight = $it.preflight; asked = $false; person = $it.person',
    '        signs = @(); refusals = 0; pause = $false; is_pure = $true }',
    '      $open[$key] = $attempt',
    '      $attempt',
    '    }',
    '    $attempt.last = $it; $attempt.signs += $it.signs',
    '    if ($it.asked) { $attempt.asked = $true }',
    '    if ($it.pause) { $attempt.pause = $true }',
    '    if ($it.person) { $attempt.person = $it.person }',
    `    if ($it.stage -eq 'refused') { $attempt.refusals++ }`,
    `    if ($it.sign -ne 'bad-credentials') { $attempt.is_pure = $false }`,
    '  }',
  ];
}

export function attempts(plan: AttemptPlan): string {
  const joining = joiningOf(plan.waits);
  const has = (sign: string) => {
    if (sign === 'pause' || sign === 'preflight') return `$_.${sign}`;
    return sign === 'again' ? `$_.refusals -ge ${AGAIN}` : `$_.signs -contains '${sign}'`;
  };
  const outcomes = outcomesIn(plan.rules, { and: '-and', or: '-or', not: '-not', has });
  const wanted = [
    `@($_.signs -ne 'accepted').Count -gt 0`,
    ...(plan.onlyAccepted ? [`$_.signs -contains 'accepted'`] : []),
    ...(plan.user === undefined ? [] : ['$_.asked']),
  ];
  return [
    ...steps(plan),
    '$attempts = foreach ($visitor in $steps | Group-Object { $_.visitor }) {',
    ...[...requests(joining), ...neighbors(joining), ...joined(joining)],
    '}',
    `$attempts | Where-Object { ${wanted.join(' -and ')} } | ForEach-Object {`,
    '  $outcome =',
    ...outcomes.map(({ outcome, when }, i) => {
      const word = i === 0 ? 'if' : i < outcomes.length - 1 ? 'elseif' : 'else';
      return `  ${word} ${word === 'else' ? '' : `(${when}) `}{ '${outcome}' }`;
    }),
    '  [pscustomobject]@{ outcome = $outcome; client = $_.client; person = $_.person }',
    '} | Group-Object outcome | Sort-Object Count -Descending | ForEach-Object {',
    '  [pscustomobject]@{',
    '    outcome = $_.Name; attempts = $_.Count',
    '    clients = @($_.Group.client | Sort-Object -Unique).Count',
    `    people = @($_.Group.person | Where-Object { $_ } | Sort-Object -Unique).Count`,
    '  }',
    '} | Format-Table -AutoSize',
  ].join('\n');
}
