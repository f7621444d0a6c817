/** A sentence of a finding from parts that other pieces of the case have worded. */
import type { Part } from '../../text/told.ts';

export function sentence(all: readonly Part[]): { title: string; parts: Part[] } {
  const parts = all.filter((part) => part !== '');
  return {
    title: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    parts,
  };
}
