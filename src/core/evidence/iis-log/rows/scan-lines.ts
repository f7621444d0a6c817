/**
 * Walks through a text line by line and hands on every row of a log in it. Lines that agree with
 * their header are the fast way; all else (rows wrapped, glued, quoted, without a header, with
 * columns missing, between prose) is put together first and read by type.
 */
import { Assembly } from './assembly.ts';
import { readBare } from './bare-codes.ts';
import { splitRuns, trim } from '../../../text/cells.ts';
import { bySet } from './by-set.ts';
import { byHeader } from './by-header.ts';
import { isDecoration, isDirective, readDirective, type Section, START } from './directives.ts';
import { byGiven } from './by-given-columns.ts';
import { cutGlued } from './glued-rows.ts';
import type { Header } from './header.ts';
import { lines, trimEnd } from '../../../text/lines.ts';
import { isNative } from './native-row.ts';
import { isNcsa } from './ncsa-row.ts';
import { skipPrefix } from './line-prefix.ts';
import { type Row, rowOf } from './row.ts';
import { isRestOf, looksLikeRow } from './row-start.ts';
import { type Piece, readPieces } from './wrapped-row.ts';

/** What a scan reports, in the order of the text. */
export interface Sink {
  row(row: Row): void;
  /** A line that should be a row and cannot be read as one. */
  unreadable(piece: Piece): void;
  /** A row of FTP or SMTP. */
  otherService(piece: Piece): void;
  /** A directive, or a line that names the columns. */
  header(piece: Piece): void;
}

/** Lines that may lie between two bare rows of one note. */
const BARE_DISTANCE = 4;
const STATUS = /(?<!\d)[1-5]\d\d(?!\d)/;
/** What the codes of a row may look like, to pass over lines that have none. */
const TRIPLE = /\s[1-5]\d\d\s\d{1,3}\s(?:-?\d{1,10}|0x[\da-f]{1,8})(?:\s|$)/i;
const BARE = { format: 'w3c', by: 'bare' } as const;
/** Enough of a line to tell what it is. */
const HEAD = 2_000;

/** Where a scan stands: what holds for the text that follows. */
export interface Standing {
  readonly section: Section;
  /** Number of the next line. */
  readonly line: number;
  readonly bareLine: number;
  /** Offset of the row that is not over yet; the text's length when there is none. */
  readonly rest: number;
}

export interface ScanOptions {
  given?: Header | undefined;
  before?: Standing;
  goesOn?: boolean;
}

export const BEGINNING: Standing = { section: START, line: 1, bareLine: -BARE_DISTANCE, rest: 0 };

/**
 * Scans the text from end to end; linear, as every line is read a bounded number of times. Rows with
 * as many values as `given` has columns are read by these, whatever their header says. `before` is
 * where the scan of the text in front of it stood. With `goesOn` a row at the end is left for the
 * text that follows, which must begin with `rest`.
 */
export function scan(text: string, sink: Sink, options: ScanOptions = {}): Standing {
  const { given, before = BEGINNING, goesOn = false } = options;
  let { section, bareLine } = before;
  let last = before.line;
  const rows = new Assembly(text, sink, section);

  for (const line of lines(text, before.line)) {
    // What follows the last line end is no line, yet.
    if (line.start < text.length) last = line.line + 1;
    else if (goesOn) break;
    const end = trimEnd(text, line.start, line.end);
    // A row may begin with `-`, which in front of a row without its header is a list's mark.
    if (section.headerLine !== line.line - 1) {
      if (readExact({ line: line.line, ...trim(text, line.start, end) })) continue;
    }
    const start = skipPrefix(text, line.start, end);
    if (start >= end) rows.close();
    else readLine({ line: line.line, start, end });
  }
  const [open] = goesOn ? rows.open : [];
  if (!open) rows.close();
  return { section, bareLine, line: open?.line ?? last, rest: open?.start ?? text.length };

  /** A row that is as its header says. */
  function readExact(piece: Piece): boolean {
    const { start, end } = piece;
    if (start >= end || text[start] === '#') return false;
    const { header } = section;
    const columns =
      (given && byGiven(text, start, end, given)) ?? (header && byHeader(text, start, end, header));
    if (!columns) return false;
    rows.close();
    rows.emit([piece], columns, false);
    return true;
  }

  function readLine(piece: Piece): void {
    // The names of a wrapped header would pass for values.
    if (section.headerLine === piece.line - 1 && readHead(piece)) return;
    if (readExact(piece)) return;
    const parts = cutGlued(text, piece);
    for (const part of parts) {
      if (!readHead(part)) readRow(part, parts.length > 1);
    }
  }

  /** Directives and headers, and lines that only decorate. */
  function readHead(piece: Piece): boolean {
    if (isDecoration(text, piece)) return true;
    const next = readDirective(section, text, piece);
    if (!next) return false;
    section = next;
    rows.enter(section);
    if (next.headerLine === piece.line || isDirective(text, piece)) sink.header(piece);
    return true;
  }

  function readRow(piece: Piece, cut: boolean): void {
    const { start, end } = piece;
    const head = Math.min(end, start + HEAD);
    const line = text.slice(start, head);
    if (isNcsa(line)) rows.begin('ncsa', piece);
    else if (isNative(line)) rows.begin('native', piece);
    else if (rows.open.length > 0 && rows.kind !== 'w3c') rows.goOn(piece);
    else {
      const cells = splitRuns(text, start, head);
      const begins = looksLikeRow(text, start, end, cells, section.header);
      if (begins && !isRestOf(rows.open, text, start, end)) beginRow(piece, cut);
      else if (rows.open.length > 0) rows.goOn(piece);
      else readLoose(piece);
    }
  }

  function beginRow(piece: Piece, cut: boolean): void {
    const columns = section.header ? undefined : bySet(splitRuns(text, piece.start, piece.end));
    if (columns) {
      rows.close();
      rows.emit([piece], columns, cut);
    } else rows.begin('w3c', piece);
  }

  /** A line that does not begin like a row: codes alone, or a row whose beginning is missing. */
  function readLoose(piece: Piece): void {
    const { start, end, line } = piece;
    const bare = readBare(text, start, end, line - bareLine <= BARE_DISTANCE);
    for (const { cells, names } of bare) {
      bareLine = line;
      const at = { start: cells[0]?.start ?? start, end: cells.at(-1)?.end ?? end };
      const row = rowOf(cells, names, rows.context(BARE, [{ line, ...at }], true));
      if (row) sink.row(row);
    }
    if (bare.length > 0) return;
    const { header } = section;
    if (end - start > HEAD) return;
    if (header?.format !== 'httperr') {
      const codes = header ? STATUS : TRIPLE;
      if (!codes.test(text.slice(start, end))) return;
    }
    const found = readPieces(text, [piece], header);
    // Without a header, a sentence that quotes a row's codes must not pass for the row.
    if (!found || (!header && found.columns.names.includes(''))) return;
    rows.emit([piece], found.columns, true);
  }
}
