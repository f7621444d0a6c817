/** Where a text has the words by which a message is known, whatever stands around them. */
import { MESSAGES, type Message } from '../fields/messages.ts';

export interface Saying {
  readonly message: Message;
  readonly start: number;
  readonly end: number;
}

const PHRASES = MESSAGES.flatMap((message) => message.says.map((words) => ({ message, words })));
const BY_WORDS = new Map(PHRASES.map(({ message, words }) => [keyOf(words), message]));

function keyOf(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ');
}

function source(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s{1,40}');
}

/** All phrases, the longer one of two that begin alike first. */
const PATTERN = new RegExp(
  PHRASES.map(({ words }) => words)
    .sort((a, b) => b.length - a.length)
    .map(source)
    .join('|'),
  'gi',
);

/** In the order of the text. */
export function sayingsIn(text: string): Saying[] {
  return [...text.matchAll(PATTERN)].flatMap(({ 0: found, index }) => {
    const message = BY_WORDS.get(keyOf(found));
    return message ? [{ message, start: index, end: index + found.length }] : [];
  });
}
