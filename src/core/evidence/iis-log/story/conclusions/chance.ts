/**
 * How likely a run of failures is by chance: if the attempts that failed were strewn at random among
 * all, so many of them would stand in a row at one place with the probability
 *
 *     failed/total * (failed-1)/(total-1) * ... , one factor for each of the run
 */

/** The probability for any of `places` places; more than 1 means nothing. */
export function chanceOfRun(run: number, failed: number, total: number, places: number): number {
  let chance = places;
  for (let i = 0; i < run && chance > 1e-12; i++) chance *= (failed - i) / (total - i);
  return chance;
}
