/** What repeats itself in a list, so that it is drawn once: steps of a handshake, or attempts. */

/** Rounds from which on the first one stands for all. */
const FEWEST = 3;

/** Items in a row, and how often they come one after the other. */
export interface Round<T> {
  readonly items: readonly T[];
  readonly times: number;
  /** The last item of the last time. */
  readonly last: T;
}

/** The items in rounds of up to `longest`; `keyOf` says which items are the same. */
export function roundsOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  longest: number,
): Round<T>[] {
  const keys = items.map(keyOf);
  const rounds: Round<T>[] = [];
  for (let at = 0; at < items.length;) {
    let [length, times] = [1, 1];
    for (let one = 1; one <= longest; one++) {
      const found = timesOf(keys, at, one);
      if (found >= FEWEST && found * one > times * length) [length, times] = [one, found];
    }
    const end = at + length * times;
    const last = items[end - 1];
    if (last === undefined) break;
    rounds.push({ items: items.slice(at, at + length), times, last });
    at = end;
  }
  return rounds;
}

/** How often the keys from `at` on come one after the other. */
function timesOf(keys: readonly string[], at: number, length: number): number {
  let end = at + length;
  while (end < keys.length && keys[end] === keys[end - length]) end++;
  return Math.floor((end - at) / length);
}

/** `once more`, `39 more times` */
export function moreTimes(times: number): string {
  return times === 2 ? 'once more' : `${(times - 1).toLocaleString('en')} more times`;
}
