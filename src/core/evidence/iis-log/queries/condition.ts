/** Conditions on what a query has worked out, as data; an engine writes them in its own language. */

export type Condition =
  /** The word under this name is one of these, or none of them. */
  | { readonly name: string; readonly in: readonly string[] }
  | { readonly name: string; readonly notIn: readonly string[] }
  /** Seconds. */
  | { readonly name: string; readonly from: number; readonly to: number }
  | { readonly over: string; readonly seconds: number }
  /** There is a value under this name. */
  | { readonly given: string }
  | { readonly same: readonly [string, string] }
  | { readonly flag: string }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** How one language writes each kind of condition. */
export interface Words {
  oneOf(name: string, words: readonly string[]): string;
  between(name: string, from: number, to: number): string;
  over(name: string, seconds: number): string;
  given(name: string): string;
  same(a: string, b: string): string;
  flag(name: string): string;
  readonly and: string;
  readonly not: string;
  /** The word between alternatives, each of which has a line of its own. */
  readonly orOnNextLine: string;
}

/** The condition in that language. */
export function wording(condition: Condition, words: Words): string {
  if ('in' in condition) return words.oneOf(condition.name, condition.in);
  if ('notIn' in condition) {
    return `${words.not} (${words.oneOf(condition.name, condition.notIn)})`;
  }
  if ('from' in condition) return words.between(condition.name, condition.from, condition.to);
  if ('over' in condition) return words.over(condition.over, condition.seconds);
  if ('given' in condition) return words.given(condition.given);
  if ('same' in condition) return words.same(...condition.same);
  if ('flag' in condition) return words.flag(condition.flag);
  if ('not' in condition) return `${words.not} (${wording(condition.not, words)})`;
  if ('all' in condition) {
    return condition.all.map((part) => nested(part, words)).join(` ${words.and} `);
  }
  return condition.any.map((part) => nested(part, words)).join(words.orOnNextLine);
}

function nested(condition: Condition, words: Words): string {
  const text = wording(condition, words);
  return 'all' in condition || 'any' in condition ? `(${text})` : text;
}
