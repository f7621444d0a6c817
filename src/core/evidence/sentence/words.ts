/**
 * The words of a text, one after the other, without making a string of any: a hash stands for each.
 * HTML entities count as what they stand for.
 */
import { foldedOf, GAP, IGNORED, standsAlone } from './letters.ts';

const AMPERSAND = 38;
const LINE_FEED = 10;
const FACTOR = 31;
/** Characters of one word; what is longer is no word but a token, and counts as several. */
const WORD = 64;

/** `&#252;`, `&#xFC;`, `&uuml;`; any other name (`&nbsp;`, `&rsquo;`, `&quot;`) is a gap. */
const ENTITY =
  /&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z])(?:acute|grave|uml|circ|cedil|tilde|ring)|[a-z]{2,8});/iy;

interface Entity {
  readonly length: number;
  readonly code: number;
}

function entityAt(text: string, index: number): Entity | undefined {
  ENTITY.lastIndex = index;
  const [whole, decimal, hex, letter] = ENTITY.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const { length } = whole;
  if (decimal !== undefined) return { length, code: Number(decimal) };
  if (hex !== undefined) return { length, code: parseInt(hex, 16) };
  return { length, code: letter?.charCodeAt(0) ?? 0 };
}

/** A place in the text that moves from word to word. */
export class Words {
  readonly text: string;
  /** Range of the word, and the hash of its folded letters. */
  start: number;
  end: number;
  hash = 0;
  /** Line ends between the word before and this one. */
  lines = 0;

  /** Begins before the first word at or after `from`. */
  constructor(text: string, from = 0) {
    this.text = text;
    this.start = from;
    this.end = from;
  }

  /**
   * Moves to the next word that begins before `limit`; false when there is none. `seed` continues
   * the hash of a word that a line end cut in two.
   */
  next(limit = this.text.length, seed = 0): boolean {
    const { text } = this;
    let hash = seed;
    let at = this.end;
    let isInside = false;
    this.lines = 0;
    while (at < text.length && (isInside || at < limit)) {
      let code = text.charCodeAt(at);
      let length = 1;
      if (code === AMPERSAND) {
        const entity = entityAt(text, at);
        if (entity) ({ code, length } = entity);
      }
      const folded = foldedOf(code);
      if (isInside && at - this.start >= WORD) break;
      if (folded === GAP) {
        if (isInside) break;
        if (code === LINE_FEED) this.lines++;
      } else if (folded !== IGNORED) {
        const isAlone = standsAlone(folded);
        if (isInside && isAlone) break;
        if (!isInside) this.start = at;
        isInside = true;
        hash = (Math.imul(hash, FACTOR) + folded) | 0;
        if (isAlone) {
          at += length;
          break;
        }
      }
      at += length;
    }
    this.end = at;
    this.hash = hash;
    return isInside;
  }
}

/** Hash of a pair of neighbouring words, by which patterns are found. */
export function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) | 0;
}
