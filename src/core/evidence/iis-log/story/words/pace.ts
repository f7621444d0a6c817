/** How often somebody tries, on the average. */
import { counted } from '../../../../text/counted.ts';
import { every } from './clock.ts';
import type { Who } from '../conclusions/who.ts';

/** Attempts, or rows of one long attempt, from which on an average says something. */
const FEWEST = 5;

/** Milliseconds from one attempt to the next, or from one 401 to the next where attempts are few. */
function intervalOf({ attempts, refusals, first, lastStart, last }: Who): number | undefined {
  if (attempts >= FEWEST) return (lastStart - first) / (attempts - 1);
  return refusals >= FEWEST ? (last - first) / (refusals - 1) : undefined;
}

/**
 * `30 attempts at /app, about once a minute`; one that went on for long is counted in 401s. `where`
 * begins with a space.
 */
export function paceWords(who: Who, where = ''): string {
  const { attempts, refusals } = who;
  const isLong = attempts < FEWEST && refusals >= FEWEST;
  const many = counted(isLong ? refusals : attempts, isLong ? '401' : 'attempt') + where;
  const interval = intervalOf(who);
  return interval === undefined || !(interval >= 1) ? many : `${many}, about ${every(interval)}`;
}
