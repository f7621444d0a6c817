/** Conditions on a row, as data; an engine writes them in its own language. */
import type { Column } from './columns.ts';

export type Predicate =
  /** The column holds one of these numbers. */
  | { readonly is: Column; readonly of: readonly number[] }
  | { readonly between: Column; readonly from: number; readonly to: number }
  /** The column holds this text, in any case. */
  | { readonly text: Column; readonly value: string }
  /** The row has a user name. */
  | { readonly named: true }
  | { readonly all: readonly Predicate[] }
  | { readonly not: Predicate };

/** How one language writes each kind of condition. */
export interface Terms {
  is(column: Column, of: readonly number[]): string;
  between(column: Column, from: number, to: number): string;
  text(column: Column, value: string): string;
  named(): string;
  all(parts: readonly string[]): string;
  not(part: string): string;
}

/** The condition in that language. */
export function written(predicate: Predicate, terms: Terms): string {
  if ('is' in predicate) return terms.is(predicate.is, predicate.of);
  if ('between' in predicate) {
    return terms.between(predicate.between, predicate.from, predicate.to);
  }
  if ('text' in predicate) return terms.text(predicate.text, predicate.value);
  if ('named' in predicate) return terms.named();
  if ('all' in predicate) return terms.all(predicate.all.map((part) => written(part, terms)));
  return terms.not(written(predicate.not, terms));
}

/** The columns that a condition reads. */
export function needs(predicate: Predicate): readonly Column[] {
  if ('is' in predicate) return [predicate.is];
  if ('between' in predicate) return [predicate.between];
  if ('text' in predicate) return [predicate.text];
  if ('named' in predicate) return ['user'];
  if ('all' in predicate) return predicate.all.flatMap(needs);
  return needs(predicate.not);
}
