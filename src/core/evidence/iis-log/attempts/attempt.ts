/**
 * What attempts are made of: a visitor (one client at one resource), the 401s that it met, and the
 * answer that let it in.
 */
import type { Row } from '../rows/row.ts';
import type { Step } from './attempt-step.ts';
import type { Leg } from './leg-of-401.ts';

export interface Refusal<R extends Step = Row> {
  readonly row: R;
  readonly leg: Leg;
}

export interface Attempt<R extends Step = Row> {
  readonly visitor: Visitor<R>;
  /** The 401s, in order. */
  readonly refusals: readonly Refusal<R>[];
  /** 401s in the middle of an attempt without end that are counted and not kept. */
  readonly more: number;
  /** The answer that let the client in. */
  readonly accepted: R | undefined;
}

/** An attempt that is under way. */
export interface Pending<R extends Step = Step> extends Attempt<R> {
  refusals: Refusal<R>[];
  more: number;
  accepted: R | undefined;
  /** What its last 401 was, and when. */
  last: Leg;
  ms: number | undefined;
}

/** One client at one resource. Its names are those of its first row; spellings of a path are one. */
export class Visitor<R extends Step = Row> {
  readonly key: VisitorKey;
  /** '' when the log does not tell. */
  readonly client: string;
  readonly resource: string;
  /** Attempts under way, in the order in which they began. */
  attempts: readonly Pending<R>[] = [];
  /** What was taken down of its names already, so that this is not done for each attempt again. */
  noted: Noted | undefined;

  constructor(key: VisitorKey, client = '', resource = '') {
    this.key = key;
    this.client = client;
    this.resource = resource;
  }
}

/** Names that a table and groups of attempts know; see `AttemptRecorder` and `SequenceCounter`. */
export interface Noted {
  /** Ids in the table. */
  readonly client: number;
  readonly resource: number;
  readonly user: number;
  /** The user's name, and the groups that know all three: one bit each. */
  readonly userName: string;
  groups: number;
}

/** Tells one visitor from all others: text, or a hash of it. */
export type VisitorKey = string | number;

/** Visitors by their keys: a `Map`, or what serves for one. */
export interface Visitors<V> {
  readonly size: number;
  get(key: VisitorKey): V | undefined;
  set(key: VisitorKey, visitor: V): unknown;
  clear(): void;
}
