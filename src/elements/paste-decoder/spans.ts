/**
 * How a drawn value remembers its place in the evidence: attributes, read back by delegation. A row
 * of a file that is not in the excerpt has an empty place, and gets none.
 */
import type { Span } from '../../core/index.ts';

export function spanAttributes(
  span: Span | undefined,
): Record<string, number | string | undefined> {
  if (!isPlace(span)) return {};
  return { 'data-start': span.start, 'data-end': span.end, 'data-source': span.source };
}

/** Is there anything to point at? */
export function isPlace(span: Span | undefined): span is Span {
  return span !== undefined && span.end > span.start;
}

/** The span of the nearest drawn value around `target`. */
export function spanAround(target: EventTarget | null): Span | undefined {
  const drawn = target instanceof Element ? target.closest<HTMLElement>('[data-start]') : null;
  return drawn ? spanOf(drawn) : undefined;
}

/**
 * The drawn value with the smallest span around `place`, the innermost when they are equal. The
 * pieces of a byte view repeat what the tree says, and are passed over.
 */
export function drawnAt(root: ParentNode, place: number, source?: string): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let size = Infinity;
  for (const drawn of root.querySelectorAll<HTMLElement>('[data-start]:not(.octets)')) {
    const { start, end, source: own } = spanOf(drawn);
    if (own !== source) continue;
    if (start <= place && place < end && end - start <= size) {
      best = drawn;
      size = end - start;
    }
  }
  return best;
}

function spanOf(drawn: HTMLElement): Span {
  const { start, end, source } = drawn.dataset;
  return { start: Number(start), end: Number(end), ...(source !== undefined && { source }) };
}
