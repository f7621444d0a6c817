/** Finds runs of hex bytes in a text, in one pass over its characters. */
import type { Span } from '../facts/span.ts';
import { commentEnd } from './comments.ts';
import { hexPrefix, hexValue, suffixEnd } from './hex.ts';

/** Bytes that make a run worth looking at. */
const SHORTEST = 9;
/** Characters between two groups of digits, comments left out. */
const GAP = 24;

const isWord = (code: number) =>
  (code >= 0x30 && code <= 0x39) ||
  ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ||
  code === 0x5f;

/** White space, the signs that lists of bytes are separated by, and the ends of string literals. */
const SEPARATORS = new Set(Array.from(',:;-"\'+\\', (sign) => sign.charCodeAt(0)));
const isSeparator = (code: number) => code <= 0x20 || SEPARATORS.has(code);

interface Group extends Span {
  bytes: number;
  /** False when the digits are odd in number, so that nothing can follow. */
  even: boolean;
}

interface Run extends Span {
  bytes: number;
  /** Characters since the last group that are no comment. */
  gap: number;
}

/** The group of hex digits at `start`, when it is a word of its own. */
function groupAt(text: string, start: number): Group | undefined {
  const prefix = hexPrefix(text, start);
  let end = start + prefix;
  while (hexValue(text.charCodeAt(end)) >= 0) end++;
  const digits = end - start - prefix;
  if (digits === 0) return undefined;
  if (prefix > 0) end = suffixEnd(text, end);
  // `\x60\x82`: the next prefix is no letter of this word. NaN, at the end of the text, is none.
  if (isWord(text.charCodeAt(end))) return undefined;
  const even = digits % 2 === 0 || prefix > 0;
  return { start, end, bytes: Math.ceil(digits / 2), even };
}

/** End of the word at `start`, so that its tail is not taken for a group. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isWord(text.charCodeAt(end))) end++;
  return end;
}

/** The run with one more group, or a new one. */
function extended(run: Run | undefined, { start, end, bytes }: Group): Run {
  return { start: run?.start ?? start, end, bytes: (run?.bytes ?? 0) + bytes, gap: 0 };
}

/** Spans of at least nine bytes of hex, in order. */
export function findHexRuns(text: string): Span[] {
  const runs: Span[] = [];
  let run: Run | undefined;
  const finish = () => {
    if (run && run.bytes >= SHORTEST) runs.push({ start: run.start, end: run.end });
    run = undefined;
  };
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const group = hexValue(code) >= 0 || code === 0x5c ? groupAt(text, at) : undefined;
    if (group) {
      run = extended(run, group);
      if (!group.even) finish();
      at = group.end;
      continue;
    }
    const comment = run ? commentEnd(text, at) : at;
    if (comment > at) {
      at = comment;
      continue;
    }
    if (!isSeparator(code) || (run && ++run.gap > GAP)) finish();
    at = isWord(code) ? wordEnd(text, at) : at + 1;
  }
  finish();
  return runs;
}
