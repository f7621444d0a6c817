/** Conditions on a row, as data; an engine writes them in its own language. */
import type { Column } from './columns.ts';

export type Predicate =
  /** The column holds one of these numbers. */
  | { readonly is: Column; readonly of: readonly number[] }
  | { readonly between: Column; readonly from: number; readonly to: number }
  /** The column holds this text, in any case. */
  | { readonly text: Column; readonly value: string }
  /** The text begins with this word, or has it somewhere, in any case. */
  | { readonly begins: Column; readonly word: string }
  | { readonly has: Column; readonly word: string }
  /** The row has a user name. */
  | { readonly named: true }
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate };

/** How one language writes each kind of condition. */
export interface Terms {
  is(column: Column, of: readonly number[]): string;
  between(column: Column, from: number, to: number): string;
  text(column: Column, value: string): string;
  begins(column: Column, word: string): string;
  has(column: Column, word: string): string;
  named(): string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
}

/** The condition in that language. */
export function written(predicate: Predicate, terms: Terms): string {
  if ('is' in predicate) return terms.is(predicate.is, predicate.of);
  if ('between' in predicate) {
    return terms.between(predicate.between, predicate.from, predicate.to);
  }
  if ('text' in predicate) return terms.text(predicate.text, predicate.value);
  if ('begins' in predicate) return terms.begins(predicate.begins, predicate.word);
  if ('has' in predicate) return terms.has(predicate.has, predicate.word);
  if ('named' in predicate) return terms.named();
  if ('not' in predicate) return `${terms.not} (${written(predicate.not, terms)})`;
  const [parts, word] = 'all' in predicate ? [predicate.all, terms.and] : [predicate.any, terms.or];
  const texts = parts.map((part) => {
    const text = written(part, terms);
    return ('all' in part || 'any' in part) && parts.length > 1 ? `(${text})` : text;
  });
  return texts.join(` ${word} `);
}

/** The columns that a condition reads. */
export function needs(predicate: Predicate): readonly Column[] {
  if ('is' in predicate) return [predicate.is];
  if ('between' in predicate) return [predicate.between];
  if ('text' in predicate) return [predicate.text];
  if ('begins' in predicate) return [predicate.begins];
  if ('has' in predicate) return [predicate.has];
  if ('named' in predicate) return ['user'];
  if ('not' in predicate) return needs(predicate.not);
  return ('all' in predicate ? predicate.all : predicate.any).flatMap(needs);
}
