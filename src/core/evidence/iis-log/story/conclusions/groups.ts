/** Attempts by group: a counting sort, so that a million of them in many groups take one walk. */

/**
 * Attempts of each group, in the order in which they came. Groups are numbers below `size`, which is
 * asked for when all have one.
 */
export function grouped(
  attempts: Uint32Array,
  groupOf: (attempt: number) => number,
  size: () => number,
): (group: number) => Uint32Array {
  const groups = new Uint32Array(attempts.length);
  for (let i = 0, end = attempts.length; i < end; i++) groups[i] = groupOf(attempts[i] ?? 0);
  const count = size();
  const starts = new Uint32Array(count + 1);
  for (let i = 0, end = groups.length; i < end; i++) {
    const group = groups[i] ?? 0;
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < count; group++) {
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  }
  const places = starts.slice();
  const sorted = new Uint32Array(attempts.length);
  for (let i = 0, end = attempts.length; i < end; i++) {
    const group = groups[i] ?? 0;
    const place = places[group] ?? 0;
    sorted[place] = attempts[i] ?? 0;
    places[group] = place + 1;
  }
  return (group) => sorted.subarray(starts[group], starts[group + 1]);
}

/** The items with the largest weights, largest first, as many as there is room for. */
export function largest<T>(items: readonly T[], weightOf: (item: T) => number, room: number): T[] {
  const best: T[] = [];
  for (const item of items) {
    const last = best.at(-1);
    if (best.length === room && last !== undefined && weightOf(item) <= weightOf(last)) continue;
    const place = best.findIndex((other) => weightOf(other) < weightOf(item));
    best.splice(place < 0 ? best.length : place, 0, item);
    if (best.length > room) best.pop();
  }
  return best;
}
