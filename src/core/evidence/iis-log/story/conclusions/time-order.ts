/** Attempts in the order in which they began: a radix sort, linear in their number. */

const DIGIT = 0x1_0000;
const LAST = DIGIT - 1;

export interface TimeOrder {
  /** Attempts by the time they began, those without a time after all others. */
  readonly order: Uint32Array;
  /** How many of them have a time. */
  readonly timed: number;
}

/** `ms` is the time of each attempt, NaN for none. Attempts of one moment keep their order. */
export function timeOrder(ms: Float64Array, attempts: Uint32Array): TimeOrder {
  const order = new Uint32Array(attempts.length);
  const count = attempts.length;
  let [timed, first, last, previous, isSorted] = [0, Infinity, -Infinity, -Infinity, true];
  for (let i = 0; i < count; i++) {
    const attempt = attempts[i] ?? 0;
    const at = ms[attempt] ?? NaN;
    if (Number.isNaN(at)) continue;
    order[timed++] = attempt;
    if (at < first) first = at;
    if (at > last) last = at;
    if (at < previous) isSorted = false;
    previous = at;
  }
  let end = timed;
  for (let i = 0; i < count && end < count; i++) {
    const attempt = attempts[i] ?? 0;
    if (Number.isNaN(ms[attempt] ?? NaN)) order[end++] = attempt;
  }
  if (!isSorted) sort(order.subarray(0, timed), ms, first, last);
  return { order, timed };
}

/** By the lowest digit first; a digit that the range does not reach is left out. */
function sort(order: Uint32Array, ms: Float64Array, first: number, last: number): void {
  const { length } = order;
  let from: Uint32Array = order;
  let to: Uint32Array = new Uint32Array(length);
  // Carried along, as they would be read in any order otherwise.
  let keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = Math.floor((ms[order[i] ?? 0] ?? 0) - first);
  let moved = new Float64Array(length);
  for (let unit = 1; unit <= last - first; unit *= DIGIT) {
    const places = placesOf(keys, unit);
    for (let i = 0; i < length; i++) {
      const key = keys[i] ?? 0;
      const digit = Math.floor(key / unit) & LAST;
      const place = places[digit] ?? 0;
      places[digit] = place + 1;
      to[place] = from[i] ?? 0;
      moved[place] = key;
    }
    [from, to] = [to, from];
    [keys, moved] = [moved, keys];
  }
  if (from !== order) order.set(from);
}

/** Where the first key with each digit goes. */
function placesOf(keys: Float64Array, unit: number): Uint32Array {
  const places = new Uint32Array(DIGIT + 1);
  for (let i = 0, end = keys.length; i < end; i++) {
    const digit = Math.floor((keys[i] ?? 0) / unit) & LAST;
    places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0; digit < DIGIT; digit++) {
    places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
  }
  return places;
}
