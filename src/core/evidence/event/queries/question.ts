/** What a question to many machines' events consists of; each is defined once for all engines. */
import type { Field, Log } from './fields.ts';
import type { Narrowing } from './narrowing.ts';
import type { Predicate } from './predicate.ts';

/** A column of the answer. */
export interface Column {
  readonly name: string;
  /** The event's number, the computer that wrote it, or the first of these values that is there. */
  readonly from: 'event' | 'computer' | readonly Field[];
  /** An address loses what marks IPv4 in IPv6; a code is shown with its name where that is known. */
  readonly as?: 'address' | { readonly codes: readonly (readonly [code: number, name: string])[] };
}

/** What must be switched on for the events to exist at all. */
export interface Audit {
  /** As a person finds it: the English name of the audit subcategory or of the policy. */
  readonly name: string;
  /** Of the audit subcategory, which is the same in every language. */
  readonly guid?: string;
  readonly which: 'success' | 'failure' | 'both' | 'policy' | 'default';
}

/** Which machines write the events. */
export type Writer = 'domain-controllers' | 'servers' | 'clients';

export interface Question {
  readonly id: string;
  /** As a list names it. */
  readonly title: string;
  readonly log: Log;
  readonly events: readonly number[];
  /** Where the log has namesakes of other providers. */
  readonly providers?: readonly string[];
  readonly writers: readonly Writer[];
  /** All must hold. */
  readonly where: readonly Predicate[];
  readonly by: readonly Column[];
  /** Different values are counted under this name. */
  readonly distinct?: Column;
  /** Which values a name is compared with: it is in one of them. */
  readonly narrows: Readonly<Partial<Record<Narrowing, readonly Field[]>>>;
  readonly audits: readonly Audit[];
  /** What the answer does not show, in sentences. */
  readonly blind: readonly string[];
}
