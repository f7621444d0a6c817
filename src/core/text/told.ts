/** Sentences that keep apart what they say and what the evidence states. */
import type { Span } from '../facts/span.ts';

/** A piece of a sentence that the evidence states, with its place. */
export interface Stated {
  readonly text: string;
  readonly at: Span;
}

export type Part = string | Stated;

/** ``told`${stated(spn, at)} is held by ${owner}.` ``: the sentence, and the same in parts. */
export function told(
  strings: TemplateStringsArray,
  ...values: readonly (Part | number)[]
): { title: string; parts: Part[] } {
  const parts = strings.flatMap((text, index): Part[] => {
    const value = values[index];
    if (value === undefined) return text === '' ? [] : [text];
    const piece = typeof value === 'number' ? value.toLocaleString('en-US') : value;
    return text === '' ? [piece] : [text, piece];
  });
  const title = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
  return { title, parts };
}

export function stated(text: string, at: Span): Stated {
  return { text, at };
}
