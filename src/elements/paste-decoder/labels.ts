/** Names for places of a paste: the field that stands there, or the text itself. */
import type { Decoded, Field, Span } from '../../core/index.ts';
import type { LabelOf } from './finding-view.ts';

/** Longest label, in characters. */
const LABEL_LENGTH = 48;

export function labelsOf(decoded: Decoded, text: string): LabelOf {
  const names = new Map<string, string>();
  const name = ({ name: term, value, at, children = [] }: Field): void => {
    // A field and its only child cover the same place; the inner one says more.
    names.set(keyOf(at), value === undefined ? term : `${term} ${value}`);
    children.forEach(name);
  };
  for (const token of decoded.tokens) token.fields.forEach(name);
  return (span) => shortened(names.get(keyOf(span)) ?? text.slice(span.start, span.end));
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

function shortened(label: string): string {
  const words = label.replace(/\s+/g, ' ').trim();
  return words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH - 1)}…` : words;
}
