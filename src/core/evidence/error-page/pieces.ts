/**
 * The pieces of a page's lines: labels and values, which a tab, several blanks, a colon or a line end
 * keeps apart, however the page was copied.
 */
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { bare } from './plain-page.ts';

export interface Piece {
  readonly text: string;
  readonly at: Span;
}

/** `Module: IIS Web Core`; not the colon of an address. */
const COLON = /^([^:\uff1a/\\]{2,40})[:\uff1a]\s/;
/** A page that was copied as one line has only its English labels to tell the values apart. */
const LABELS =
  /\b(?:Module|Notification|Handler|Error Code|Requested URL|Physical Path|Logon Method|Logon User)(?::|(?=\s))/g;
const GAP = 2;

/** All pieces in their order. */
export function piecesOf(lines: readonly PrintedLine[]): Piece[] {
  return lines.flatMap((line) =>
    cuts(line).flatMap(({ start, end }) => piecesAt(line, start, end)),
  );
}

/** Where the line is cut: at tabs and wide gaps, and before each label where several share the line. */
function cuts(line: PrintedLine): Span[] {
  const { text } = line;
  const labels = [...text.matchAll(LABELS)].map(({ index }) => index);
  const bounds = labels.length > 2 ? [...labels, text.length] : [0, text.length];
  const spans: Span[] = [];
  for (const [index, start] of bounds.entries()) {
    const end = bounds[index + 1];
    if (end !== undefined) spans.push(...words(text, start, end));
  }
  return spans;
}

/** Runs of words with single blanks between them; a bar parts the cells of Markdown. */
function words(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let blanks = 0;
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 9;
    const isBlank = code === 32 || code === 160;
    blanks = isBlank ? blanks + 1 : 0;
    const isGap = code === 9 || code === 124 || code === 160 || blanks >= GAP;
    if (isGap && start >= 0) {
      spans.push({ start, end: at });
      start = -1;
    }
    if (!isGap && !isBlank && start < 0) start = at;
  }
  return spans;
}

/** The line below the head of a table in Markdown. */
const isRule = (text: string): boolean => /^:?-{2,}:?$/.test(text);

function piecesAt(line: PrintedLine, start: number, end: number): Piece[] {
  const raw = line.text.slice(start, end);
  const label = COLON.exec(raw)?.[0].length ?? 0;
  const halves = label > 0 ? [raw.slice(0, label), raw.slice(label)] : [raw];
  let from = start;
  return halves.flatMap((half) => {
    const at = { start: line.start + from, end: line.start + from + half.length };
    from += half.length;
    const text = bare(half).replace(/[:\uff1a]$/, '');
    return text === '' || isRule(text) ? [] : [{ text, at }];
  });
}
