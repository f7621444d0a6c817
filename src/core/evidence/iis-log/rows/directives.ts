/**
 * Lines that begin with `#`: software, date, and the names of the columns from here on. HTTP.sys
 * writes all four again whenever it opens the file, and their order varies, so each may change the
 * section in the middle of a file.
 */
import { continueHeader, type Header, readHeader } from './header.ts';
import { parseDate } from './time.ts';
import type { Piece } from '../../../text/lines.ts';

/** What holds for the rows that follow. */
export interface Section {
  readonly header?: Header;
  /** Midnight of `#Date`, for logs without a date column. */
  readonly day?: number;
  /** Line of the header, or of the last line that continued it. */
  readonly headerLine: number;
}

export const START: Section = { headerLine: -99 };

const DIRECTIVE =
  /^#\s*(?:Software|Version|Date|Start-Date|End-Date|Fields|Filter|Remark|TypeCounts)\b/i;
const DATE = /^#\s*(?:Start-)?Date:\s*/i;

/** The section from this line on; undefined when the line is no directive and no header. */
export function readDirective(section: Section, text: string, piece: Piece): Section | undefined {
  const { start, end, line } = piece;
  if (text[start] === '#') {
    const head = text.slice(start, Math.min(end, start + 60));
    const date = DATE.exec(head);
    if (date) {
      const day = parseDate(head.slice(date[0].length));
      return day === undefined ? section : { ...section, day };
    }
    if (!/^#\s*Fields:/i.test(head)) return section;
  }
  // The rest of a wrapped header has names enough to pass for a header of its own.
  if (section.header && section.headerLine === line - 1 && text[start] !== '#') {
    const longer = continueHeader(text, section.header, start, end);
    if (longer) return { ...section, header: longer, headerLine: line };
  }
  const header = readHeader(text, start, end);
  return header && { ...section, header, headerLine: line };
}

/** Is this a directive of a W3C log, and not any line that begins with a hash? */
export function isDirective(text: string, piece: Piece): boolean {
  return DIRECTIVE.test(text.slice(piece.start, Math.min(piece.end, piece.start + 20)));
}

/** `sep=;` of Excel, lines of dashes under a table's head, lines of hashes. */
export function isDecoration(text: string, piece: Piece): boolean {
  const line = text.slice(piece.start, Math.min(piece.end, piece.start + 4_000));
  return /^sep=.$/i.test(line) || /^[-=#*+|\s:]{4,}$/.test(line);
}
