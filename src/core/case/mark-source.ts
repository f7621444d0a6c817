/** Writes into every span of what was read which source of the case it is a place of. */
import type { Span } from '../facts/span.ts';

/**
 * Marks all spans in `value`, in place: readers make their spans anew for each text, and a log is
 * known by its identity to whoever keeps its attempts.
 */
export function markSource(value: unknown, source: string): void {
  const left: unknown[] = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (Array.isArray(next)) {
      for (const one of next) if (isObject(one)) left.push(one);
    } else if (isObject(next)) {
      if (isSpan(next)) (next as { source?: string }).source = source;
      for (const [name, one] of Object.entries(next)) {
        // A field's range in the bytes of its token is no place in a text.
        if (isObject(one) && name !== 'bytes') left.push(one);
      }
    }
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number';
}
