/** What a query to events is filled in with, besides its question. */
import type { Range } from '../../../queries/range.ts';
import type { Narrowing } from './narrowing.ts';

export interface Asked {
  readonly range?: Range;
  readonly only?: Readonly<Partial<Record<Narrowing, string>>>;
  /** Names of servers and clients for an engine that asks each machine itself. */
  readonly machines?: readonly string[];
}
