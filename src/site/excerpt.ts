/** A paste as it is printed in an article: its proof marked, its long runs shortened. */
import type { Span } from '../core/index.ts';

export interface Segment {
  text: string;
  marked: boolean;
}

/** Longest run without a space that is printed whole, in characters. */
const LONGEST_RUN = 72;
const KEPT_HEAD = 40;
const KEPT_TAIL = 12;

/** Lines of a log file that say nothing about its rows. */
const PREAMBLE = /^#(Software|Version|Date):.*\n/gm;

/** `text` in order, cut at the edges of `proof`. Joined, the segments are the shortened text. */
export function excerpt(text: string, proof: readonly Span[]): Segment[] {
  const edges = new Set([0, text.length, ...proof.flatMap(({ start, end }) => [start, end])]);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0;
    return {
      text: shorten(text.slice(start, end)),
      marked: proof.some((span) => span.start <= start && end <= span.end),
    };
  });
}

function shorten(text: string): string {
  return text.replace(PREAMBLE, '').replace(/\S+/g, (run) => {
    if (run.length <= LONGEST_RUN) return run;
    const left = run.length - KEPT_HEAD - KEPT_TAIL;
    return `${run.slice(0, KEPT_HEAD)} … ${left} more … ${run.slice(-KEPT_TAIL)}`;
  });
}
