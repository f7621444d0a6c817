/**
 * A story in words: what is broken, for whom and since when; then what is healthy. Says only what the
 * rows prove: "failed" is the lack of an accepted answer in them.
 */
import { counted } from '../../../text/counted.ts';
import type { Story } from '../../../contract/decoded.ts';
import type { Chosen, Conclusions } from './conclusions/conclusions.ts';
import { changeWords } from './words/change-words.ts';
import type { Clock } from './words/clock.ts';
import { failingWords } from './words/failing-words.ts';
import { healthyOf } from './conclusions/healthy.ts';
import { healthyWords } from './words/healthy-words.ts';
import { retryWords } from './words/retry-words.ts';
import { preflightWords, probeWords } from './words/set-aside-words.ts';
import { sharedWords } from './words/shared-words.ts';
import { sprayWords } from './words/spray-words.ts';

type Counts = Pick<Story, 'attempts' | 'refusals'>;

/** The sentences, in order. */
export function summaryOf(
  conclusions: Conclusions,
  { attempts, refusals }: Counts,
  chosen: Chosen,
  clock: Clock,
): string[] {
  const { all, sprays, changes, retries, failures, probes, preflights, shared } = conclusions;
  if (attempts === 0) return ['No attempt is left.'];
  const { isComplete, length } = all.table;
  const canCompare =
    chosen.hasAllOutcomes && chosen.hasEverybody && !changes.some(({ of }) => of === 'everybody');
  const broken = [
    ...sprayWords(sprays, clock),
    ...changes.flatMap((change) => changeWords(change, clock)),
    ...retryWords(retries, clock),
    ...failingWords(failures, canCompare, clock),
    ...(preflights ? preflightWords(preflights, attempts, clock) : []),
  ];
  const isAll = broken.length === 0 && chosen.hasAllOutcomes;
  return [
    ...(isComplete ? [] : [`Told of the first ${counted(length, 'attempt')} only.`]),
    ...broken,
    ...probeWords(probes),
    ...sharedWords(shared),
    ...healthyWords(healthyOf(all, refusals), isAll),
  ];
}
