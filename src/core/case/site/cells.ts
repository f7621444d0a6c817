/** The cells of a table: what is known with its proof, or what fills them. */
import type { SiteCell } from '../../contract/site.ts';
import type { Step } from '../../contract/step.ts';
import type { Span } from '../../facts/span.ts';

interface More {
  readonly note?: string | undefined;
  /** What settles the question that the note leaves open. */
  readonly fill?: Step | undefined;
}

/** A value that the evidence states, or that follows from what it states at these places. */
export function known(value: string, at: readonly Span[], { note, fill }: More = {}): SiteCell {
  return {
    value,
    at,
    ...(note !== undefined && { note }),
    ...(fill && { fill }),
  };
}

/** A cell that the evidence leaves empty. */
export function missing(fill: Step, note?: string): SiteCell {
  return { at: [], ...(note !== undefined && { note }), fill };
}

/** The sentences that there are, each once; undefined for none. */
export function sentences(...all: readonly (string | undefined)[]): string | undefined {
  const said = [...new Set(all.flatMap((one) => one ?? []))];
  return said.length > 0 ? said.join(' ') : undefined;
}
