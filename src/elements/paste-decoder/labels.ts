/** Names for places of a paste: the field that stands there, or the text itself. */
import { type Decoded, type Field, type Span, withoutPasswords } from '../../core/index.ts';
import type { LabelOf } from './finding-view.ts';

/** Longest label, in characters. */
const LABEL_LENGTH = 48;

/** The evidence that a result is of, source by source. */
export interface Evidence {
  readonly names: readonly string[];
  /** The characters at a place of the source with this index; none where it is not shown. */
  readonly textAt: (index: number, span: Span) => string;
}

export function labelsOf(decoded: Decoded, { names: sourceNames, textAt }: Evidence): LabelOf {
  const names = new Map<string, string>();
  const name = ({ name: term, value, at, children = [] }: Field): void => {
    // A field and its only child cover the same place; the inner one says more.
    names.set(keyOf(at), value === undefined ? term : `${term} ${value}`);
    children.forEach(name);
  };
  for (const token of decoded.tokens) token.fields.forEach(name);
  return (span) => {
    const index = Math.max(
      0,
      decoded.sources.findIndex(({ id }) => id === span.source),
    );
    const text = withoutPasswords(textAt(index, span));
    const label = shortened(names.get(keyOf(span)) ?? text);
    return sourceNames.length > 1 ? `${sourceNames[index] ?? ''}: ${label}` : label;
  };
}

function keyOf({ start, end, source = '' }: Span): string {
  return `${source} ${start}-${end}`;
}

function shortened(label: string): string {
  const words = label.replace(/\s+/g, ' ').trim();
  return words.length > LABEL_LENGTH ? `${words.slice(0, LABEL_LENGTH - 1)}…` : words;
}
