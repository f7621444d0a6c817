/** Which facts are of one trace: those of one source, between one `<failedRequest>` and the next. */
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import type { Span } from '../../../facts/span.ts';

/** A trace as far as it is there: a file, or events without one. */
export interface TraceFacts {
  readonly request?: FactOf<'tracedRequest'>;
  /** In their order: the first is the cause, the last is what was sent. */
  readonly errors: readonly FactOf<'tracedError'>[];
}

/** Every trace of the case that names a request or an error. */
export function tracesOf(facts: FactBase): TraceFacts[] {
  const requests = facts.all('tracedRequest');
  const errors = facts.all('tracedError');
  const owned = requests.map((request) => ({
    request,
    errors: errors.filter(({ at }) => isTraceOf(facts, request.at, at)),
  }));
  const rest = errors.filter((error) => !owned.some((trace) => trace.errors.includes(error)));
  const sources = [...new Set(rest.map(({ at }) => at.source))];
  return [
    ...owned,
    ...sources.map((source) => ({ errors: rest.filter(({ at }) => at.source === source) })),
  ];
}

/** True for two places of one trace. */
export function isTraceOf(facts: FactBase, a: Span, b: Span): boolean {
  if (a.source !== b.source) return false;
  const [first, last] = a.start < b.start ? [a, b] : [b, a];
  return !facts
    .all('tracedRequest')
    .some(({ at }) => at.source === a.source && at.start > first.start && at.start <= last.start);
}
