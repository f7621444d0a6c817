/** What a list shows of a long group: the place the reader is at, and what lies around it. */

/** Articles on each side; a group that would lose only one or two is shown whole. */
const REACH = 2;

/**
 * The part of `list` around `index`, always as long as the list allows: at either end it reaches
 * further to the other side. `whole` is true when nothing was left out.
 */
export function neighbours<T>(
  list: readonly T[],
  index: number,
): { shown: readonly T[]; whole: boolean } {
  const length = 2 * REACH + 1;
  if (list.length <= length + 2) return { shown: list, whole: true };
  const start = Math.max(0, Math.min(index - REACH, list.length - length));
  return { shown: list.slice(start, start + length), whole: false };
}
