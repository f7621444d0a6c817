/**
 * The proof: the line of the paste that holds a piece of evidence, with a marker under it. A line
 * that is too long is cut on both sides of the evidence.
 */
import { type Span, terminalText } from '../core/index.ts';

const CUT = '…';
const MARK = '^';

export interface Excerpt {
  /** Line of the paste, counted from 1. */
  line: number;
  text: string;
  /** As long as it needs to be to stand under the evidence. */
  marker: string;
}

/** Excerpt of at most `width` columns for `span`; of its first line when it has several. */
export function excerptOf(text: string, span: Span, width: number): Excerpt {
  const at = Math.min(span.start, text.length);
  // Before the first character there is nothing: a place below 0 would be taken for 0.
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at);
  const line = text.slice(start, lineEnd < 0 ? undefined : lineEnd).replace(/\r$/, '');

  const from = Math.min(at - start, line.length);
  const to = Math.max(from, Math.min(span.end - start, line.length));
  const window = windowOf(line.length, from, to, width);
  const shown = line.slice(window.start, window.end);
  const head = window.start > 0 ? CUT : '';
  const tail = window.end < line.length ? CUT : '';
  const length = Math.max(1, Math.min(to, window.end) - from);
  return {
    line: countLines(text, start),
    text: head + terminalText(shown) + tail,
    marker: ' '.repeat(head.length + from - window.start) + MARK.repeat(length),
  };
}

/** The part of a line to show: all of it when it fits, else the evidence and what is around it. */
function windowOf(length: number, from: number, to: number, width: number): Span {
  if (length <= width) return { start: 0, end: length };
  const room = Math.max(1, width - 2 * CUT.length);
  const spare = Math.max(0, room - (to - from));
  const start = Math.max(0, Math.min(from - Math.floor(spare / 2), length - room));
  return { start, end: Math.min(length, start + room) };
}

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
