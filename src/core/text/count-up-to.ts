/** Looks up a place in a list that ascends, such as the beginnings of lines; in logarithmic time. */

/** How many of `items`, which ascend by the number that `of` tells, are not above `value`. */
export function countUpTo<T>(items: readonly T[], value: number, of: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && of(item) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same for a list of the numbers themselves. */
export function numbersUpTo(numbers: readonly number[], value: number): number {
  return countUpTo(numbers, value, (number) => number);
}
