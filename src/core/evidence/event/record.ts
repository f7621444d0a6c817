/** An event as its container shows it, before anybody has said which message it is. */
import type { Span } from '../../facts/span.ts';
import type { Message } from './fields/messages.ts';
import type { Page } from './fields/page.ts';

/** A text of the evidence with its place. */
export interface Value {
  readonly text: string;
  readonly at: Span;
}

/** The message of an event as people read it: lines of a page, from an offset on. */
export interface Body {
  readonly page: Page;
  /** Offset where the message begins. */
  readonly start: number;
  /** Index of its first line, and of the first line that is no part of it. */
  readonly first: number;
  readonly end: number;
}

/** What stands above the message. */
export interface Header {
  readonly provider?: Value;
  /** The number, without the qualifiers of old events. */
  readonly id?: Value;
  readonly log?: Value;
  readonly computer?: Value;
  readonly time?: Value;
}

/** A message that is known by itself, and where. */
export interface Said {
  readonly message: Message;
  readonly at: Span;
  readonly by: 'wording' | 'values';
}

export interface EventRecord extends Header {
  readonly at: Span;
  /** Values by the names that they have in XML. */
  readonly named: ReadonlyMap<string, Value>;
  /** Values without names, in the order of %1, %2 and so on. */
  readonly listed: readonly Value[];
  readonly body?: Body;
  /** Without a number that can be trusted: the message that its words or its values are of. */
  readonly said?: Said;
  /** What the container explains by itself: the header, a whole element. */
  readonly claimed: readonly Span[];
}

/**
 * The number of an event. Old ones carry their severity and facility in the upper bits (`0xC0000000`),
 * which PowerShell shows as InstanceId.
 */
export function eventNumber(text: string): number | undefined {
  const digits = /^\s*(0x[0-9a-f]{1,8}|\d{1,10})\s*$/i.exec(text)?.[1];
  const number = digits === undefined ? Number.NaN : Number(digits) & 0xffff;
  return number > 0 ? number : undefined;
}
