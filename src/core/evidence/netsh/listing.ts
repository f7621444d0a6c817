/** What has been read so far of a paste with outputs of netsh. */
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { LinePart } from '../../text/line-parts.ts';

/** A request queue, with what is listed about it in several places. */
export interface Queue {
  readonly name: string | undefined;
  readonly at: Span;
  readonly urls: string[];
  readonly processes: number[];
}

export interface Listing {
  readonly facts: Fact[];
  readonly claimed: Span[];
  /** By the name; those without a name each by itself. */
  readonly queues: Map<string, Queue>;
  /** The queue that the lines below are about. */
  queue?: Queue | undefined;
  /** True inside `netsh http show servicestate`. */
  isState: boolean;
  /** Lines since the last that was of it. */
  strangers: number;
  /** What the command above shows: `http show sslcert`. */
  asked?: string | undefined;
}

export type Part = LinePart<Listing>;

/** `Label : value`, in whatever language. */
export const LABELLED = /^(\S[^:\n]{0,60}?(?::port)?)\s{0,40}[:：]\s{0,4}(\S.{0,500})$/i;
