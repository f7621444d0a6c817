/** What the parts of the reader share: the lines, and what they have stated so far. */
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';

export interface Trace {
  readonly lines: readonly PrintedLine[];
  readonly facts: Fact[];
  /** Codes and stamps that are explained, so that no code is looked up on its own. */
  readonly claimed: Span[];
  /** True once something was read that only a trace has, be it of no further interest. */
  isTrace: boolean;
}

/** Reads what it knows from all lines. */
export type Part = (trace: Trace) => void;

/** The place of a line's `text` from `index` on. */
export function within({ start }: PrintedLine, index: number, length: number): Span {
  return { start: start + index, end: start + index + length };
}

export const placeOfLine = ({ start, end }: PrintedLine): Span => ({ start, end });
