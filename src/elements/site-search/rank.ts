/**
 * Orders pages by several searches for one word each. A search for all words at once finds only
 * pages that have every one of them, and people describe what they see in words of their own.
 */

/** What one search found: id of a page -> its score, as Pagefind counts: a page's use of the word. */
export type Scores = ReadonlyMap<string, number>;

export interface Asked {
  /** Scores for the word as it was typed. */
  own: Scores;
  /** Scores for each other name of the same thing. */
  alike: readonly Scores[];
}

/** What another name for the thing counts, of what the word itself does. */
const ALIKE_WEIGHT = 0.6;
/** Pages with another name of the thing make it less rare, but less than pages with its own. */
const ALIKE_SHARE = 0.3;
/** Score that counts half: more of one word soon tells nothing new. Titles score 20 and more. */
const HALF = 5;

/** Pages by how well they answer all that was asked, best first; `pages` is how many there are. */
export function rank(asked: readonly Asked[], pages: number): string[] {
  const totals = new Map<string, number>();
  for (const { own, alike } of asked) {
    const parts = best(own, alike);
    const found = own.size === 0 ? parts.size : Math.max(own.size, parts.size * ALIKE_SHARE);
    for (const [page, part] of parts) {
      totals.set(page, (totals.get(page) ?? 0) + part * rarity(found, pages));
    }
  }
  return [...totals].sort(([, a], [, b]) => b - a).map(([page]) => page);
}

/** A word on every page tells little, a word on one page much. */
function rarity(found: number, pages: number): number {
  return Math.log(1 + pages / found);
}

/** Per page the best of all names, from 0 to 1. */
function best(own: Scores, alike: readonly Scores[]): Map<string, number> {
  const parts = new Map<string, number>();
  const take = (scores: Scores, weight: number) => {
    for (const [page, score] of scores) {
      const part = (weight * score) / (score + HALF);
      parts.set(page, Math.max(parts.get(page) ?? 0, part));
    }
  };
  take(own, 1);
  for (const scores of alike) take(scores, ALIKE_WEIGHT);
  return parts;
}
