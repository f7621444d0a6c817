/** Attempts in SPL: the steps of `joining.ts`. Source: Search Reference, "streamstats", "eventstats". */
import { type Condition, wording } from './condition.ts';
import type { AttemptPlan } from './engine.ts';
import { type Joining, joiningOf, LATER_SIGNS, PERSONAL_SIGNS, REFUSED_SIGNS } from './joining.ts';
import { AGAIN, outcomesIn } from './outcome-rules.ts';
import { REFUSED } from './row-signs.ts';
import { column, PERSON, signCase, source, text, WORDS } from './splunk-terms.ts';

/** As 1 or 0: an unknown value makes no condition true. */
const told = (condition: Condition): string => `if(${wording(condition, WORDS)}, 1, 0)`;

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(', ');

function steps(plan: AttemptPlan): string[] {
  const { has, key, user, preflight } = plan;
  const parts = key.map((name) => `coalesce(${column(name)}, "-")`);
  const taken = has.has('taken') ? `-coalesce(tonumber(${column('taken')}), 0)/1000` : '';
  const asked = user === undefined ? '1' : `if(${text({ text: 'user', value: user })}, 1, 0)`;
  return [
    ...source(plan, ['agent', 'client']),
    `| where ${text({ any: [REFUSED, plan.accepted] })}`,
    ...plan.where.map((clause) => `| where ${text(clause)}`),
    ...(has.has('site') ? [] : ['| rex field=source "(?<folder>W3SVC[0-9]+)"']),
    `| eval sign=${signCase(plan.signs)}`,
    `| eval visitor=lower(${['"visitor"', ...(has.has('site') ? [] : ['coalesce(folder, "-")']), ...parts].join('."|".')})`,
    `| eval person=${has.has('user') ? PERSON : 'null()'}, asked=${asked}, preflight=${preflight ? `if(${text(preflight)}, 1, 0)` : '0'}`,
    ...(has.has('client') ? [] : ['| eval client="-"']),
    `| eval stage=case(in(sign, ${quoted(REFUSED_SIGNS)}), "refused",`,
    `    in(sign, ${quoted(LATER_SIGNS)}), "later", true(), sign)`,
    `| eval ended=_time, begun=_time${taken}`,
    '| eval placed=min(ended, begun+1), place=case(stage="challenge", 0, stage="handshake", 1, true(), 2)',
    '| sort 0 visitor placed place',
  ];
}

function requests({ goesOn, pause }: Joining): string[] {
  return [
    '| streamstats current=f last(stage) AS before last(ended) AS previous BY visitor',
    '| streamstats current=f last(before) AS earlier BY visitor',
    '| eval before=coalesce(before, ""), earlier=coalesce(earlier, "")',
    '| eval gap=begun-previous, apart=ended-previous',
    `| eval goes_on=${told(goesOn)}`,
    '| streamstats sum(eval(1-goes_on)) AS request BY visitor',
    `| eval pause=${told(pause)}`,
    '| stats first(client) AS client max(preflight) AS preflight max(asked) AS asked last(person) AS person',
    '    min(begun) AS begun max(ended) AS ended count AS hits values(sign) AS signs max(pause) AS pause',
    '    last(sign) AS sign last(stage) AS stage BY visitor request',
  ];
}

function neighbors({ isRepeated, isRetry }: Joining): string[] {
  return [
    '| eval answer=if(stage="refused" OR (stage="accepted" AND hits>1), begun, null())',
    '| sort 0 visitor - request',
    '| streamstats last(person) AS next_person BY visitor',
    '| streamstats current=f last(answer) AS next_answer BY visitor',
    '| eval until_answer=next_answer-ended',
    '| eval is_bare=if(isnotnull(mvfind(signs, "handshake")) AND isnull(mvfind(signs, "challenge")), 1, 0)',
    `| eval own_cause=case(in(sign, "accepted", ${quoted(PERSONAL_SIGNS)}), "person", stage="refused", sign, true(), "-")`,
    '| sort 0 visitor request',
    '| streamstats last(person) AS last_person BY visitor',
    '| streamstats current=f last(stage) AS before last(ended) AS previous BY visitor',
    '| eval who=coalesce(next_person, last_person, "-"), since=begun-previous',
    `| eval is_retry=${told(isRetry)}`,
    '| eval first_cause=if(is_retry=1, null(), own_cause)',
    '| streamstats last(first_cause) AS cause BY visitor',
    '| eval is_logon=if(stage="accepted" AND hits>1, 1, 0)',
    '| streamstats current=f sum(is_logon) AS logons BY visitor who',
    '| eval logons=coalesce(logons, 0)',
    `| eval is_repeated=${told(isRepeated)}`,
    '| where is_repeated=0 AND NOT (is_retry=1 AND stage="handshake")',
    '| fields - before previous since',
  ];
}

function joined({ joins }: Joining): string[] {
  return [
    '| streamstats current=f last(stage) AS before last(sign) AS sign_before last(ended) AS previous BY visitor who cause logons',
    '| eval since=begun-previous',
    `| eval joins=${told(joins)}`,
    '| streamstats sum(eval(1-joins)) AS chain BY visitor who cause logons',
    '| eval is_pure=if(in(sign, "bad-credentials", "accepted"), 1, 0)',
    '| eventstats min(is_pure) AS is_pure BY visitor who cause logons chain',
    '| eval is_alone=if(stage="accepted" AND is_pure=0, 1, 0)',
    '| stats first(client) AS client max(preflight) AS preflight max(asked) AS asked last(person) AS person',
    '    count(eval(stage="refused")) AS refusals max(pause) AS pause values(signs) AS signs',
    '    BY visitor who cause logons chain is_alone',
    '| eval signs=",".mvjoin(signs, ",").","',
  ];
}

export function attempts(plan: AttemptPlan): string {
  const joining = joiningOf(plan.waits);
  const has = (sign: string) => {
    if (sign === 'pause' || sign === 'preflight') return `${sign}=1`;
    return sign === 'again' ? `refusals>=${AGAIN}` : `like(signs, "%,${sign},%")`;
  };
  const outcomes = outcomesIn(plan.rules, { and: 'AND', or: 'OR', not: 'NOT', has });
  const cases = outcomes.map(({ outcome, when }, i) =>
    i < outcomes.length - 1 ? `${when}, "${outcome}"` : `true(), "${outcome}"`,
  );
  const people = plan.has.has('user') ? ' dc(person) AS people' : '';
  return [
    ...[...steps(plan), ...requests(joining), ...neighbors(joining), ...joined(joining)],
    `| where signs!=",accepted,"${plan.onlyAccepted ? ` AND ${has('accepted')}` : ''}`,
    ...(plan.user === undefined ? [] : ['| where asked=1']),
    `| eval outcome=case(${cases.join(',\n    ')})`,
    `| stats count AS attempts dc(client) AS clients${people} BY outcome`,
    '| sort 0 - attempts',
  ].join('\n');
}
