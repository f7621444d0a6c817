/** What an engine must be able to write, and what it is given. */
import type { Range } from '../../../queries/range.ts';
import type { Field, Log } from './fields.ts';
import type { Narrowing } from './narrowing.ts';
import type { Question } from './question.ts';

/** A name that one of these values must have. */
export interface Narrowed {
  readonly by: Narrowing;
  readonly fields: readonly Field[];
  /** As names are compared. */
  readonly name: string;
}

export interface Plan {
  readonly question: Question;
  readonly narrowed: readonly Narrowed[];
  /** Without it the last 24 hours. */
  readonly range?: Range;
  /** Servers and clients that the engine has to ask by name. */
  readonly machines: readonly string[];
}

export interface Engine {
  readonly id: string;
  readonly name: string;
  /** What the reader has to put in place of the example. */
  readonly replace: (question: Question) => string;
  /** What this engine cannot do, or needs, for that question. */
  readonly blind: (question: Question) => readonly string[];
  /** The logs that it has; for the others, the sentence that says why not. */
  readonly lacks: Readonly<Partial<Record<Log, string>>>;
  /** A name as a literal of its language; its value is the name, whatever the name is. */
  readonly literal: (name: string) => string;
  readonly write: (plan: Plan) => string;
}
