/**
 * Attempts in KQL: the steps of `joining.ts`. Source: KQL reference, "Window functions", "prev()",
 * "row_cumsum()", "scan operator".
 */
import { type Condition, wording } from './condition.ts';
import type { AttemptPlan } from './engine.ts';
import { type Joining, joiningOf, LATER_SIGNS, PERSONAL_SIGNS, REFUSED_SIGNS } from './joining.ts';
import { columnIn, conditionIn, personIn, quoted, type Table, WORDS } from './kql-table.ts';
import { AGAIN, outcomesIn } from './outcome-rules.ts';
import { REFUSED } from './row-signs.ts';

const told = (condition: Condition): string => wording(condition, WORDS);

/** Seconds between two instants. */
const seconds = (later: string, earlier: string): string =>
  `datetime_diff('millisecond', ${later}, ${earlier}) / 1000.0`;

/** The value in the row before, of the same group. */
const previous = (name: string, none: string): string => `iff(is_same, prev(${name}), ${none})`;

/** `source` are the first lines of the query, `sign` the expression of what a row shows. */
export function attemptsIn(
  table: Table,
  plan: AttemptPlan,
  source: readonly string[],
  sign: string,
): string {
  const joining = joiningOf(plan.waits);
  return [
    ...source,
    ...steps(table, plan, sign),
    ...requests(joining),
    ...neighbors(joining),
    ...joined(joining),
    ...outcomes(plan),
  ].join('\n');
}

function steps(table: Table, plan: AttemptPlan, sign: string): string[] {
  const { has, accepted, where, user, preflight } = plan;
  const keys = [
    ...(table.app === undefined ? [] : [table.app]),
    ...plan.key.map((name) =>
      name === 'resource' ? `tolower(${columnIn(table, name)})` : columnIn(table, name),
    ),
  ];
  const taken = has.has('taken') ? ` - ${columnIn(table, 'taken')} * 1ms` : '';
  const asked = user === undefined ? 'true' : conditionIn(table, { text: 'user', value: user });
  return [
    `| where ${conditionIn(table, { any: [REFUSED, accepted] })}`,
    ...where.map((clause) => `| where ${conditionIn(table, clause)}`),
    `| extend sign = ${sign}`,
    `| extend visitor = strcat_delim('|', ${[`'visitor'`, `''`, ...keys].join(', ')}),`,
    `    client = ${has.has('client') ? columnIn(table, 'client') : `''`},`,
    `    person = ${has.has('user') ? personIn(table) : `''`},`,
    `    preflight = ${preflight ? conditionIn(table, preflight) : 'false'}, asked = ${asked},`,
    `    ended = TimeGenerated, begun = TimeGenerated${taken},`,
    `    stage = case(sign in (${quoted(REFUSED_SIGNS)}), 'refused',`,
    `      sign in (${quoted(LATER_SIGNS)}), 'later', sign)`,
    '// A slow answer is placed where its request began; rows with the same time are put into the',
    '// natural order of their steps.',
    `| extend placed = min_of(ended, begun + 1s), place = case(stage == 'challenge', 0, stage == 'handshake', 1, 2)`,
    '| sort by visitor asc, placed asc, place asc',
  ];
}

function requests({ goesOn, pause }: Joining): string[] {
  return [
    '| extend is_same = visitor == prev(visitor)',
    `| extend before = ${previous('stage', `''`)},`,
    `    earlier = iff(is_same and visitor == prev(visitor, 2), prev(stage, 2), ''),`,
    `    gap = ${previous('ended', 'datetime(null)')}, apart = ${previous('ended', 'datetime(null)')}`,
    `| extend gap = ${seconds('begun', 'gap')}, apart = ${seconds('ended', 'apart')}`,
    `| extend goes_on = coalesce(${told(goesOn)}, false)`,
    '| extend request = row_cumsum(iff(goes_on, 0, 1)),',
    `    place = row_number() + iff(stage == 'accepted', 1000000000, 0)`,
    '| summarize client = take_any(client), preflight = take_any(preflight), asked = countif(asked) > 0,',
    '    person = max(person), begun = min(begun), ended = max(ended), hits = count(),',
    `    signs = make_set(sign), pause = countif(${told(pause)}) > 0,`,
    '    arg_max(place, sign, stage) by visitor, request',
  ];
}

function neighbors({ isRepeated, isRetry }: Joining): string[] {
  return [
    '// Unnamed requests are taken for those of the next name, or of the last one.',
    '| sort by visitor asc, request desc',
    '| scan declare (who: string, answer: datetime, following: datetime) with (',
    '    step s: true =>',
    '      who = iff(isempty(person) and visitor == s.visitor, s.who, person),',
    '      following = iff(visitor == s.visitor, s.answer, datetime(null)),',
    `      answer = iff(stage == 'refused' or (stage == 'accepted' and hits > 1), begun,`,
    '        iff(visitor == s.visitor, s.answer, datetime(null)));',
    '  )',
    '| sort by visitor asc, request asc',
    '| scan declare (name: string) with (',
    '    step s: true => name = iff(isempty(who) and visitor == s.visitor, s.name, who);',
    '  )',
    '| extend is_same = visitor == prev(visitor)',
    `| extend before = ${previous('stage', `''`)}, since = ${previous('ended', 'datetime(null)')},`,
    `    is_bare = set_has_element(signs, 'handshake') and not(set_has_element(signs, 'challenge')),`,
    `    own_cause = case(sign in ('accepted', ${quoted(PERSONAL_SIGNS)}), 'person',`,
    `      stage == 'refused', sign, '')`,
    `| extend since = ${seconds('begun', 'since')}, until_answer = ${seconds('following', 'ended')}`,
    `| extend is_retry = coalesce(${told(isRetry)}, false)`,
    '| scan declare (cause: string) with (',
    '    step s: true => cause = iff(is_retry, s.cause, own_cause);',
    '  )',
    `| where not(coalesce(${told(isRepeated)}, false)) and not(is_retry and stage == 'handshake')`,
  ];
}

function joined({ joins }: Joining): string[] {
  return [
    '// Whoever has got in does not go on with a refusal.',
    '| sort by visitor asc, name asc, request asc',
    `| extend is_logon = toint(stage == 'accepted' and hits > 1)`,
    '| extend logons = row_cumsum(is_logon) - is_logon',
    '| sort by visitor asc, name asc, cause asc, logons asc, request asc',
    '| extend is_same = visitor == prev(visitor) and name == prev(name) and cause == prev(cause)',
    '    and logons == prev(logons)',
    `| extend before = ${previous('stage', `''`)}, sign_before = ${previous('sign', `''`)},`,
    `    since = ${previous('ended', 'datetime(null)')}`,
    `| extend since = ${seconds('begun', 'since')}`,
    `| extend joins = coalesce(${told(joins)}, false)`,
    '// Only refused names and passwords are made good by a later success.',
    '| scan declare (attempt: long = 0, is_pure: bool = true) with (',
    '    step s: true =>',
    `      attempt = iff(joins and (stage != 'accepted' or s.is_pure), s.attempt, s.attempt + 1),`,
    `      is_pure = sign == 'bad-credentials' and (not(joins) or s.is_pure);`,
    '  )',
    '| mv-expand sign = signs to typeof(string)',
    '| summarize client = take_any(client), preflight = take_any(preflight), asked = countif(asked) > 0,',
    `    person = max(person), refusals = count_distinctif(request, stage == 'refused'),`,
    '    pause = countif(pause) > 0, signs = make_set(sign) by attempt',
  ];
}

function outcomes({ rules, onlyAccepted, user, has: columns }: AttemptPlan): string[] {
  const has = (sign: string) => {
    if (sign === 'pause' || sign === 'preflight') return sign;
    return sign === 'again' ? `refusals >= ${AGAIN}` : `set_has_element(signs, '${sign}')`;
  };
  const found = outcomesIn(rules, { and: 'and', or: 'or', not: 'not', has });
  const cases = found.map(({ outcome, when }, i) =>
    i < found.length - 1 ? `${when}, '${outcome}'` : `'${outcome}'`,
  );
  return [
    `| where not(array_length(signs) == 1 and signs[0] == 'accepted')`,
    ...(onlyAccepted ? [`| where ${has('accepted')}`] : []),
    ...(user === undefined ? [] : ['| where asked']),
    `| extend outcome = case(${cases.join(',\n    ')})`,
    `| summarize ${[
      'attempts = count()',
      ...(columns.has('client') ? ['clients = count_distinct(client)'] : []),
      ...(columns.has('user') ? ['people = count_distinctif(person, isnotempty(person))'] : []),
    ].join(', ')} by outcome`,
    '| sort by attempts desc',
  ];
}
