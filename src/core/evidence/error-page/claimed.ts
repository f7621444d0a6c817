/** Which lines of a paste belong to an error page, so that its advice is not taken for evidence. */
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import type { Heading } from './headings.ts';

/** The document that a heading is in, where its HTML is there; at most so many characters to either side. */
const DOCUMENT = 20_000;
/** Sentences below a heading that say in words what it says as a number. */
const SENTENCES = 2;

const BEGINS = /(?:<|&lt;)(?:!DOCTYPE|html)\b/gi;
const ENDS = /(?:<|&lt;)\/html(?:>|&gt;)/i;

/** The whole HTML document around a place; undefined where its beginning or its end is not there. */
export function documentAround(text: string, { start, end }: Span): Span | undefined {
  const from = Math.max(0, start - DOCUMENT);
  const begins = [...text.slice(from, start).matchAll(BEGINS)].at(-1)?.index;
  const ends = ENDS.exec(text.slice(end, end + DOCUMENT));
  if (begins === undefined || !ends) return undefined;
  return { start: from + begins, end: end + ends.index + ends[0].length };
}

/** The sentences right below a heading. */
export function sentencesBelow(lines: readonly PrintedLine[], { index }: Heading): Span[] {
  const spans: Span[] = [];
  for (const { text, start, end } of lines.slice(index + 1, index + 1 + SENTENCES)) {
    // A label, a value or other evidence.
    if (!isOnlyProse(text) || /[\t:\uff1a]|\s{2}/.test(text)) break;
    spans.push({ start, end });
  }
  return spans;
}

/** True for text without numbers that could be a code, a row or a line of a trace. */
export function isOnlyProse(text: string): boolean {
  return !/\d{3}|0x|[=<>{}]|\w\\\w/i.test(text);
}
