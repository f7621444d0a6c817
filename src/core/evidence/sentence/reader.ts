/**
 * Reads messages of programs, known by their wording: in prose, in a log, in a trace, wrapped, quoted,
 * in any of the languages that the table has. It states which message stands where; what the message
 * means is for the rules.
 */
import { SENTENCE_PLACES, SENTENCES } from '../../limits.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { findSentences, type Found } from './find-sentences.ts';
import { namesNear } from './names-near.ts';
import { WORDINGS } from './table.ts';

/** Characters of a message that its fact repeats. */
const TEXT = 200;

function read(text: string, { claimed }: Pick<Context, 'claimed'>): Reading | undefined {
  const isTaken = occupiedBy(claimed);
  const found = findSentences(text, WORDINGS).filter(
    ({ at }) => !isTaken(at) && !isPartOfName(text, at),
  );
  if (found.length === 0) return undefined;
  const namesAt = namesNear(text);
  const facts = kept(found).map(({ id, at }): Fact => {
    const written = text.slice(at.start, Math.min(closed(text, at), at.start + TEXT));
    return { kind: 'errorText', sentence: id, text: oneLine(written), at, ...namesAt(at) };
  });
  return { kinds: ['sentence'], facts, claimed: found.map(({ at }) => at), isShared: true };
}

/**
 * True where the words are a part of a longer name (`ERR_PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION`), or
 * the name of a JSON property, as in the list of all errors that a net-export begins with.
 */
function isPartOfName(text: string, { start, end }: Span): boolean {
  return text[start - 1] === '_' || text[end] === '_' || /^"\s?:/.test(text.slice(end, end + 3));
}

/** End of the words with the quote mark or bracket that closes one in them: `error: (401)`. */
function closed(text: string, { start, end }: Span): number {
  const words = text.slice(start, end);
  const next = text[end] ?? '';
  const opening = next === ')' ? '(' : next === ']' ? '[' : next;
  const isOpen = /[)\]'"]/.test(next) && words.split(opening).length % 2 === 0;
  return isOpen ? end + 1 : end;
}

/** The first places of the first messages. */
function kept(found: readonly Found<string>[]): Found<string>[] {
  const places = new Map<string, number>();
  return found.filter(({ id }) => {
    const count = places.get(id) ?? 0;
    if (count >= SENTENCE_PLACES || (count === 0 && places.size >= SENTENCES)) return false;
    places.set(id, count + 1);
    return true;
  });
}

/** As one line: without line ends, and without the quote marks that a wrapped line begins with. */
function oneLine(written: string): string {
  return written.replace(/\s*[\r\n][\s>*|]*/g, ' ').trim();
}

/** The reader for messages. */
export const sentence: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).SENTENCE_RULES,
};
