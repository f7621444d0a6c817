/** A failed request trace as its files and views have it, before it becomes facts. */
import type { Span } from '../../facts/span.ts';

export interface Field {
  readonly value: string;
  readonly at: Span;
}

/** The attributes of `<failedRequest>`, by name. */
export interface TracedRequest {
  readonly attributes: ReadonlyMap<string, Field>;
  readonly at: Span;
}

export interface TraceEvent {
  /** `AUTH_SUCCEEDED`; '' where it is not shown. */
  readonly opcode: string;
  readonly data: ReadonlyMap<string, Field>;
  /** What RenderingInfo says of a field: `AUTHENTICATE_REQUEST` of `Notification`. */
  readonly described: ReadonlyMap<string, string>;
  readonly at: Span;
}

export interface Trace {
  readonly requests: readonly TracedRequest[];
  readonly events: readonly TraceEvent[];
  /** What it explains; the headers of the request and its answer are left to their own reader. */
  readonly claimed: readonly Span[];
}
