/**
 * The wordings of the table in the form in which they are searched for: words as hashes, by the pair
 * of words that each begins with. Two look-ups per word of a text find the few that can begin there.
 */
import { pairOf, Words } from './words.ts';

/** What stands before a run of words: anything on the same line, or one name without spaces. */
export type Gap = 'anything' | 'name';

/** Words in order, after a gap. */
export interface Run {
  readonly gap: Gap;
  readonly words: readonly number[];
}

export interface Pattern<Id> {
  readonly id: Id;
  readonly first: readonly number[];
  readonly others: readonly Run[];
}

export type PatternIndex<Id> = ReadonlyMap<number, readonly Pattern<Id>[]>;

/** Stands for the second word where a name follows the first. */
const NAME_FOLLOWS = 0;
const GAPS = /(\*|<name>)/;

/** The key of patterns that begin with this one word and a name. */
export function beforeName(word: number): number {
  return pairOf(word, NAME_FOLLOWS);
}

function hashesOf(text: string): number[] {
  const words = new Words(text);
  const hashes: number[] = [];
  while (words.next()) hashes.push(words.hash);
  return hashes;
}

/**
 * Prepares a wording: plain text, in which punctuation and case do not count; `*` stands for up to
 * 160 characters on the same line, `<name>` for one name without spaces. It begins with two words, or
 * with one word and a name; undefined for any other.
 */
export function patternOf<Id>(id: Id, wording: string): Pattern<Id> | undefined {
  const [start = '', ...rest] = wording.split(GAPS);
  const others = rest.flatMap((part, index): Run[] => {
    const words = hashesOf(rest[index + 1] ?? '');
    return GAPS.test(part) ? [{ gap: part === '*' ? 'anything' : 'name', words }] : [];
  });
  const first = hashesOf(start);
  const isNamed = first.length === 1 && others[0]?.gap === 'name';
  if (first.length < 2 && !isNamed) return undefined;
  return others.some(({ words }) => words.length === 0) ? undefined : { id, first, others };
}

/** Prepares `[id, wording]` pairs for a search. */
export function patternIndex<Id>(
  wordings: readonly (readonly [id: Id, wording: string])[],
): PatternIndex<Id> {
  const index = new Map<number, Pattern<Id>[]>();
  for (const [id, wording] of wordings) {
    const pattern = patternOf(id, wording);
    const [one = 0, two] = pattern?.first ?? [];
    if (!pattern) continue;
    const key = two === undefined ? beforeName(one) : pairOf(one, two);
    const others = index.get(key);
    if (others) others.push(pattern);
    else index.set(key, [pattern]);
  }
  return index;
}
