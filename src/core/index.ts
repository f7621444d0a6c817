/** The core's one door: a paste goes in, what it says comes out. */
import type { Decoded } from './contract/decoded.ts';
import { diagnose } from './case/diagnose.ts';
import { type Options, readPaste } from './case/read-paste.ts';

/**
 * Decodes one paste. Runs anywhere, reads nothing but `text`, and never rejects: what cannot be
 * read is reported in `problems`, next to everything that could.
 */
export async function decode(text: string, options?: Options): Promise<Decoded> {
  const read = await readPaste(text, options);
  return { ...read, findings: diagnose({ ...read, text }) };
}

export type * from './contract/decoded.ts';
export type { Options } from './case/read-paste.ts';
export type { Span } from './facts/span.ts';
