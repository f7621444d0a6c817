/**
 * A story in words: how many 401s are healthy, how many attempts were not accepted, who met that,
 * where, since when and with which code. Says only what the rows prove: "not accepted" is the lack
 * of an accepted answer in them.
 */
import { counted } from '../../../text/counted.ts';
import type { Story } from '../../../contract/decoded.ts';
import { OUTCOME_WORDS } from '../attempts/outcome-words.ts';
import { asWhom, byWhom, codeOf, where } from '../attempts/phrases.ts';
import type { Failures } from './story-groups.ts';
import { isoTime } from '../rows/time.ts';

type Counts = Pick<Story, 'attempts' | 'failed' | 'refusals' | 'healthyRefusals' | 'outcomes'> & {
  readonly failures: Failures;
  /** How a time reads in a sentence. */
  readonly clock: (ms: number) => string;
};

/** The sentences, in order. */
export function summaryOf(counts: Counts): string[] {
  const { attempts, failed } = counts;
  if (attempts === 0) return ['No attempt is left.'];
  if (failed === attempts) return [allFailed(counts), ...ways(counts)];
  return [
    healthy(counts),
    ...prompted(counts),
    ...(failed > 0 ? [othersFailed(counts), ...ways(counts)] : []),
  ];
}

/**
 * `08:15:02 UTC`, with its date where a story has several days; `server time` where the log is
 * written with the server's own clock.
 */
export function clockFor(
  zone: 'utc' | 'local',
  first: number,
  last: number,
): (ms: number) => string {
  const [start, end] = [first, last].map((ms) => (Number.isNaN(ms) ? '' : isoTime(ms)));
  const hasOneDay = start?.slice(0, 10) === end?.slice(0, 10);
  return (ms) => {
    const [date = '', time = ''] = isoTime(ms, 'local').split('T');
    return `${hasOneDay ? '' : `${date} `}${time} ${zone === 'utc' ? 'UTC' : 'server time'}`;
  };
}

function healthy({ attempts, failed, refusals, healthyRefusals }: Counts): string {
  const accepted = attempts - failed;
  const handshakes = accepted === 1 ? 'a handshake' : counted(accepted, 'handshake');
  const isOne = healthyRefusals === 1;
  const which =
    healthyRefusals === refusals
      ? every(refusals)
      : `${number(healthyRefusals)} of ${counted(refusals, '401')}`;
  return `${which} ${isOne ? 'belongs' : 'belong'} to ${handshakes} that ended well.`;
}

function prompted({ attempts, failed, outcomes }: Counts): string[] {
  const found = outcomes.find(({ outcome }) => outcome === 'accepted-after-prompt');
  const accepted = attempts - failed;
  if (!found) return [];
  const which =
    accepted === 1
      ? 'It'
      : found.count === accepted
        ? 'All of them'
        : `${found.count === 1 ? 'One' : number(found.count)} of these handshakes`;
  return [`${which} ended well only after a pause or a refusal.`];
}

function allFailed(counts: Counts): string {
  const { refusals } = counts;
  return `${every(refusals)} ${refusals === 1 ? 'belongs' : 'belong'} to ${failure(counts)}`;
}

function othersFailed(counts: Counts): string {
  const left = counts.refusals - counts.healthyRefusals;
  const which = left === 1 ? 'The other one belongs' : `The other ${number(left)} belong`;
  return `${which} to ${failure(counts)}`;
}

/** `3 attempts that were not accepted, by 2 clients at /app/, first at 08:15:02 UTC.` */
function failure({ failures, clock }: Counts): string {
  const { attempts, groups, ways, all, first, last } = failures;
  const [only] = groups;
  const how = only && ways === 1 ? `: ${ending(only)}` : '';
  const what = attempts === 1 ? 'an attempt that was' : `${number(attempts)} attempts that were`;
  const names = byWhom(all) + asWhom(all) + where(all);
  const when = Number.isNaN(first)
    ? ''
    : attempts === 1
      ? `, at ${clock(first)}`
      : first === last
        ? `, all at ${clock(first)}`
        : `, first at ${clock(first)}, last at ${clock(last)}`;
  return `${what} not accepted${how}${names === '' ? '' : `,${names}`}${when}.`;
}

/** One sentence for each of the most frequent ways to end, where there are several. */
function ways({ failures: { attempts, groups, ways: all } }: Counts): string[] {
  if (all < 2) return [];
  const left = attempts - groups.reduce((sum, group) => sum + group.attempts, 0);
  const more = all - groups.length;
  return [
    ...groups.map((group) => {
      const names = byWhom(group) + asWhom(group) + where(group);
      const many = group.attempts === 1 ? 'One' : number(group.attempts);
      return `${many} of them: ${ending(group)}${names === '' ? '' : `,${names}`}.`;
    }),
    ...(more > 0
      ? [
          `The other ${left === 1 ? 'one' : number(left)} ended in ${more === 1 ? 'another way' : `${number(more)} other ways`}.`,
        ]
      : []),
  ];
}

/** `name or password refused, 401.1 with 2148074252 (SEC_E_LOGON_DENIED)` */
function ending(group: Failures['groups'][number]): string {
  return `${OUTCOME_WORDS[group.outcome].words}, ${codeOf(group)}`;
}

function every(refusals: number): string {
  if (refusals === 1) return 'The only 401';
  return refusals === 2 ? 'Both 401s' : `All ${counted(refusals, '401')}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
