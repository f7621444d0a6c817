/**
 * One client at one resource: what attempts are told apart by. Its names are those of its first
 * row; another spelling of a path is no other resource.
 */
import type { Pending } from './attempt-of-row.ts';
import type { Row } from '../rows/row.ts';
import type { Step } from './attempt-step.ts';

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

/** Client, verb, resource without its query, and agent, in the spelling in which they are compared. */
export function keyOf(row: Row): string {
  const agent = row.agent?.replace(/[+\s]+/g, ' ') ?? '';
  const stem = row.stem?.toLowerCase() ?? '';
  return [row.client ?? '?', row.method ?? '', stem, agent].join('\n');
}
