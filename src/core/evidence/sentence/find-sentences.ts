/**
 * Finds known wordings in a text, in time linear in its length: the number of characters looked at
 * from any one word is bounded.
 */
import type { Span } from '../../facts/span.ts';
import { beforeName, type Pattern, type PatternIndex, type Run } from './patterns.ts';
import { pairOf, Words } from './words.ts';

/** Characters between two words of a wording: spaces, quotes, the prefix of a wrapped line. */
const BETWEEN = 40;
/** Line ends between two words: a wrapped line, and the blank line that a forum adds. */
const LINES = 2;
/** Characters that `*` stands for at most. */
const ANYTHING = 160;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** One name, such as an SPN or the path of a file, with the space or line end before it. */
const NAME = /\s{1,8}\S{1,200}/y;

export interface Found<Id> {
  readonly id: Id;
  readonly at: Span;
}

/** Every wording in `text` that no longer one covers, in order. */
export function findSentences<Id>(text: string, index: PatternIndex<Id>): Found<Id>[] {
  const found: Found<Id>[] = [];
  const words = new Words(text);
  let before = 0;
  let start = 0;
  while (words.next()) {
    add(found, longest(text, start, index.get(pairOf(before, words.hash))));
    ({ start, hash: before } = words);
    add(found, longest(text, start, index.get(beforeName(before))));
  }
  return found;
}

function longest<Id>(
  text: string,
  start: number,
  candidates: readonly Pattern<Id>[] = [],
): Found<Id> | undefined {
  let best: Found<Id> | undefined;
  for (const pattern of candidates) {
    const end = endOf(text, start, pattern);
    if (end !== undefined && end > (best?.at.end ?? 0)) {
      best = { id: pattern.id, at: { start, end } };
    }
  }
  return best;
}

/** Of two that overlap, the longer one stays; of two alike, the one that spells out the second word. */
function add<Id>(found: Found<Id>[], one: Found<Id> | undefined): void {
  if (!one) return;
  const last = found.at(-1);
  if (last && one.at.start < last.at.end) {
    if (one.at.end - one.at.start < last.at.end - last.at.start) return;
    found.pop();
  }
  found.push(one);
}

/** End of the wording that begins at `start`; undefined when it is not there. */
function endOf<Id>(
  text: string,
  start: number,
  { first, others }: Pattern<Id>,
): number | undefined {
  let end = endOfWords(text, start, first);
  for (const run of others) {
    if (end === undefined) return undefined;
    end = endOfRun(text, end, run);
  }
  return end;
}

function endOfRun(text: string, from: number, { gap, words }: Run): number | undefined {
  if (gap === 'anything') return endOnLine(text, from, words);
  NAME.lastIndex = from;
  return NAME.test(text) ? endOfWords(text, NAME.lastIndex, words) : undefined;
}

/** End of the next place of the words on the same line. */
function endOnLine(text: string, from: number, wanted: readonly number[]): number | undefined {
  const limit = Math.min(text.length, from + ANYTHING);
  const words = new Words(text, from);
  while (words.next(limit) && words.lines === 0) {
    if (words.hash !== wanted[0]) continue;
    const end = endOfWords(text, words.start, wanted);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** End of the words at `from`, one after the other. */
function endOfWords(text: string, from: number, wanted: readonly number[]): number | undefined {
  const words = new Words(text, from);
  for (const [place, hash] of wanted.entries()) {
    if (!words.next(words.end + BETWEEN) || (place > 0 && words.lines > LINES)) return undefined;
    if (words.hash !== hash && !isCutByLineEnd(words, hash)) return undefined;
  }
  return words.end;
}

/** An old console breaks a line in the middle of a word: takes the rest of it from the next line. */
function isCutByLineEnd(words: Words, hash: number): boolean {
  const next = words.text.charCodeAt(words.end);
  if (next !== LINE_FEED && next !== CARRIAGE_RETURN) return false;
  return words.next(words.end + BETWEEN, words.hash) && words.lines === 1 && words.hash === hash;
}
