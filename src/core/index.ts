/** The doors of the core: evidence goes in, what it says and what follows from it comes out. */
import { openCase } from './case/open-case.ts';
import type { Decoded } from './contract/decoded.ts';
import type { Options } from './evidence/reader.ts';

/**
 * Decodes one paste. Runs anywhere, reads nothing but `text`, and never rejects: what cannot be
 * read is reported in `problems`, next to everything that could.
 */
export function decode(text: string, options?: Options): Promise<Decoded> {
  return openCase([{ text }], options);
}

export { type CaseInput, openCase } from './case/open-case.ts';
export type * from './contract/decoded.ts';
export type { Options } from './evidence/reader.ts';
export type { Span } from './facts/span.ts';
