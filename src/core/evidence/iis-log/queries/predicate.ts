/** Conditions on a row, as data; an engine writes them in its own language. */
import { type Joints, joined, leavesOf, type Logic } from '../../../queries/logic.ts';
import type { Column } from './columns.ts';

type Leaf =
  /** The column holds one of these numbers. */
  | { readonly is: Column; readonly of: readonly number[] }
  | { readonly between: Column; readonly from: number; readonly to: number }
  /** The column holds this text, in any case. */
  | { readonly text: Column; readonly value: string }
  /** The text begins with this word, or has it somewhere, in any case. */
  | { readonly begins: Column; readonly word: string }
  | { readonly has: Column; readonly word: string }
  /** The row has a user name. */
  | { readonly named: true };

export type Predicate = Logic<Leaf>;

/** How one language writes each kind of condition. */
export interface Terms extends Joints {
  is(column: Column, of: readonly number[]): string;
  between(column: Column, from: number, to: number): string;
  text(column: Column, value: string): string;
  begins(column: Column, word: string): string;
  has(column: Column, word: string): string;
  named(): string;
}

/** The condition in that language. */
export const written = (predicate: Predicate, terms: Terms): string =>
  joined<Leaf>(predicate, terms, (leaf) => leafIn(terms, leaf));

function leafIn(terms: Terms, leaf: Leaf): string {
  if ('is' in leaf) return terms.is(leaf.is, leaf.of);
  if ('between' in leaf) return terms.between(leaf.between, leaf.from, leaf.to);
  if ('text' in leaf) return terms.text(leaf.text, leaf.value);
  if ('begins' in leaf) return terms.begins(leaf.begins, leaf.word);
  if ('has' in leaf) return terms.has(leaf.has, leaf.word);
  return terms.named();
}

/** The columns that a condition reads. */
export const needs = (predicate: Predicate): readonly Column[] =>
  leavesOf<Leaf>(predicate).map(columnOf);

function columnOf(leaf: Leaf): Column {
  if ('is' in leaf) return leaf.is;
  if ('between' in leaf) return leaf.between;
  if ('text' in leaf) return leaf.text;
  if ('begins' in leaf) return leaf.begins;
  return 'has' in leaf ? leaf.has : 'user';
}
