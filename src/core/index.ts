/** The core's one door: a paste goes in, what it says comes out. */
import type { Decoded } from './decoded.ts';
import { diagnose } from './diagnose/index.ts';
import { type Options, readPaste } from './paste.ts';

/**
 * Decodes one paste. Runs anywhere, reads nothing but `text`, and never rejects: what cannot be
 * read is reported in `problems`, next to everything that could.
 */
export async function decode(text: string, options?: Options): Promise<Decoded> {
  const read = await readPaste(text, options);
  return { ...read, findings: diagnose({ ...read, text }) };
}

export type * from './decoded.ts';
export type { Options } from './paste.ts';
export type { Span } from './span.ts';
