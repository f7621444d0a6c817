/** The items, or, of more than `limit`, as many of the first and of the last as it has room for. */
export function firstAndLast<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  return [...items.slice(0, limit / 2), ...items.slice(-limit / 2)];
}
