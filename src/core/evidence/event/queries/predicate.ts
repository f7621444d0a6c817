/** Conditions on the data of an event, as data; an engine writes them in its own language. */
import { type Joints, joined, leavesOf, type Logic } from '../../../queries/logic.ts';
import type { Field } from './fields.ts';

type Leaf =
  /** The value is one of these codes, however it is spelled; or is a code, and not this one. */
  | { readonly code: Field; readonly of: readonly number[] }
  | { readonly code: Field; readonly isNot: number }
  /** There is a value, and not only a dash. */
  | { readonly given: Field };

export type Predicate = Logic<Leaf>;

/** How one language writes each kind of condition. */
export interface Terms extends Joints {
  code(field: Field, of: readonly number[]): string;
  isNot(field: Field, code: number): string;
  given(field: Field): string;
}

/** The condition in that language. */
export const written = (predicate: Predicate, terms: Terms): string =>
  joined<Leaf>(predicate, terms, (leaf) => {
    if ('given' in leaf) return terms.given(leaf.given);
    return 'of' in leaf ? terms.code(leaf.code, leaf.of) : terms.isNot(leaf.code, leaf.isNot);
  });

/** The values that a condition reads. */
export const needs = (predicate: Predicate): readonly Field[] =>
  leavesOf<Leaf>(predicate).map((leaf) => ('given' in leaf ? leaf.given : leaf.code));
