/** One account of the directory as a listing shows it, before it becomes facts. */
import type { Span } from '../../facts/span.ts';
import type { Attribute } from './attributes.ts';

export interface Value {
  /** One text for each value that the source keeps apart; a list in braces is one text. */
  readonly texts: string[];
  at: Span;
  /** Indexes of the texts that are Base64 still. */
  readonly base64: Set<number>;
  /** True where the source ends the value with `...`, or the paste ends in the middle of a list. */
  isCut: boolean;
}

export interface Entry {
  readonly values: Map<Attribute, Value>;
  /** Whom the command above the listing asked for. */
  readonly identity?: string;
  at: Span;
}

/** A value that the source cuts off: `{HTTP/a, HTTP/b...}`, `HTTP/portal...`, an open brace. */
export function isCutOff(text: string): boolean {
  return (
    /(?:\.\.\.|\u2026)[}\]"]?\s*$/.test(text) || (/^[{[]/.test(text) && !/[}\]]\s*$/.test(text))
  );
}

/**
 * The values of a list: `{a, b}`, `a; b;`, `["a", "b"]`. A comma inside a distinguished name has no
 * space after it.
 */
export function valuesIn({ texts }: Value): string[] {
  return texts.flatMap((text) => {
    const all = text
      .replace(/^[{[\s]{1,4}/, '')
      .replace(/[}\]\s]{1,4}$/, '')
      .split(/;\s{0,9}|,\s{1,80}(?=\S)/)
      .map((one) => one.trim().replace(/^["']|["',]{1,2}$/g, ''))
      .filter((one) => one !== '');
    if (!isCutOff(text)) return all;
    // `{a, b...}` leaves values out; without the brace, the last one may be cut in its middle.
    const last = all.at(-1)?.replace(/(?:\.\.\.|\u2026)$/, '') ?? '';
    return /(?:\.\.\.|\u2026)[}\]]\s*$/.test(text) && last !== ''
      ? [...all.slice(0, -1), last]
      : all.slice(0, -1);
  });
}
