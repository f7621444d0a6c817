/**
 * What is shown of a text that is too long to be shown: the lines of the places that matter, and its
 * beginning. The places stay those of the whole text; they are looked up in the excerpt when they are
 * pointed at.
 */
import type { Span } from '../facts/span.ts';
import { EXCERPT_LENGTH } from '../limits.ts';

export interface Excerpt {
  readonly text: string;
  /** The ranges of the whole text that are shown, in its order. */
  readonly windows: readonly Window[];
}

/** A range of the whole text; it begins at the offset `at` of the excerpt. */
interface Window {
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

type Range = Pick<Window, 'start' | 'end'>;

/** A line of its own, wherever something is left out. */
const GAP = '\n…\n';
/** UTF-16 code units shown of the beginning, however many places there are. */
const BEGINNING = 2_000;
/** UTF-16 code units before and after a place, where no line ends. */
const AROUND = 300;
/** UTF-16 code units of one place: what a long token is can be seen from its beginning. */
const PLACE = 2_000;

/**
 * At most `length` UTF-16 code units of `text`. The places that come first are shown first; what is
 * left goes to the beginning. A text that is no longer is its own excerpt.
 */
export function excerptOf(text: string, places: readonly Span[], length = EXCERPT_LENGTH): Excerpt {
  if (text.length <= length) return { text, windows: [{ start: 0, end: text.length, at: 0 }] };
  // By their beginnings, so that the many places of one line are one range.
  const ends = new Map<number, number>();
  let left = length - BEGINNING - GAP.length;
  for (const place of places) {
    const { start, end } = around(text, place);
    const before = ends.get(start);
    if (before !== undefined && before >= end) continue;
    const size = end - start + GAP.length;
    if (size > left) break;
    left -= size;
    ends.set(start, end);
  }
  const beginning = { start: 0, end: lastLineEnd(text, BEGINNING + left) };
  return joined(text, [beginning, ...[...ends].map(([start, end]) => ({ start, end }))]);
}

/** The range of the excerpt that shows a place of the whole text; undefined when none does. */
export function spanInExcerpt({ windows }: Excerpt, span: Span): Span | undefined {
  const window = windows.find(({ start, end }) => start <= span.start && span.start < end);
  if (!window) return undefined;
  const by = window.at - window.start;
  return { ...span, start: span.start + by, end: Math.min(span.end, window.end) + by };
}

/** The offset in the whole text of an offset in the excerpt; undefined for what is left out. */
export function placeInWhole({ windows }: Excerpt, place: number): number | undefined {
  const window = windows.find(({ start, end, at }) => at <= place && place < at + end - start);
  return window && place - window.at + window.start;
}

/** The lines that a place is in, or as much of them as is of use. */
function around(text: string, { start, end }: Span): Range {
  const before = Math.max(0, start - AROUND);
  const last = Math.min(end, start + PLACE);
  const after = text.slice(last, last + AROUND);
  const lineEnd = after.indexOf('\n');
  return {
    // Where no line begins, -1 leaves what is before the place as it is.
    start: before + text.slice(before, start).lastIndexOf('\n') + 1,
    end: last + (lineEnd < 0 ? after.length : lineEnd),
  };
}

/** The end of the last whole line before `most`; `most` itself where there is none. */
function lastLineEnd(text: string, most: number): number {
  const end = text.slice(0, most).lastIndexOf('\n');
  return end < 0 ? most : end;
}

/** The ranges in the order of the text, those that meet as one. */
function joined(text: string, ranges: readonly Range[]): Excerpt {
  const windows: Window[] = [];
  let shown = '';
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = windows.at(-1);
    if (last && start <= last.end + 1) {
      if (end <= last.end) continue;
      shown += text.slice(last.end, end);
      windows[windows.length - 1] = { ...last, end };
    } else {
      if (last) shown += GAP;
      windows.push({ start, end, at: shown.length });
      shown += text.slice(start, end);
    }
  }
  const isWhole = (windows.at(-1)?.end ?? 0) === text.length;
  return { text: isWhole ? shown : shown + GAP, windows };
}
