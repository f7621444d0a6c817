/**
 * Finds where a text first uses the terms of the glossary, so that each can show its definition
 * there and nowhere else.
 */
import type { GlossaryEntry } from './glossary.ts';

/** A piece of text, with the id of its glossary entry where it is a term. */
export interface Piece {
  text: string;
  id?: string;
}

/** What may not touch a term: `HTTP/portal`, `KDC_ERR_NONE` and `RC4-HMAC` are not its use. */
const BEFORE = String.raw`(?<![\w/\\.$-])`;
const AFTER = String.raw`(?![\w/\\$=]|[.-]\w)`;

/**
 * Cuts one text after another into pieces, in reading order. Each term is found once, and no more
 * than `most` terms in all. A lower-case term may begin a sentence, every term may stand in the plural.
 */
export function firstUses(entries: readonly GlossaryEntry[], most: number) {
  const left = new Map(entries.map((entry) => [entry.term, entry.id]));
  const found = () => entries.length - left.size;

  return function cut(text: string): Piece[] {
    const pieces: Piece[] = [];
    let end = 0;
    for (const match of found() < most ? text.matchAll(patternOf([...left.keys()])) : []) {
      const [use = '', term = ''] = match;
      const entry = [term, lowerFirst(term)].find((spelling) => left.has(spelling));
      const id = entry === undefined ? undefined : left.get(entry);
      if (entry === undefined || id === undefined || found() >= most) continue;
      left.delete(entry);
      pieces.push({ text: text.slice(end, match.index) }, { text: use, id });
      end = match.index + use.length;
    }
    return [...pieces, { text: text.slice(end) }].filter((piece) => piece.text);
  };
}

/** The longest term first: `service ticket` before what it begins with. */
function patternOf(terms: readonly string[]): RegExp {
  const spellings = terms
    .flatMap((term) => [...new Set([term, upperFirst(term)])])
    .sort((a, b) => b.length - a.length)
    .map((term) => term.replace(/[$()*+./?[\\\]^{|}-]/g, '\\$&'));
  return new RegExp(`${BEFORE}(${spellings.join('|')})s?${AFTER}`, 'g');
}

/** `realm` begins a sentence as `Realm`; `kvno` and `sc-substatus` are names and never do. */
function upperFirst(term: string): string {
  return /^[a-z]{4}[a-z -]+$/.test(term) ? term.slice(0, 1).toUpperCase() + term.slice(1) : term;
}

function lowerFirst(term: string): string {
  return term.slice(0, 1).toLowerCase() + term.slice(1);
}
