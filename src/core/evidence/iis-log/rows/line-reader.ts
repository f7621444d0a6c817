/**
 * Reads the lines of a text one after the other and knows what holds for the next. Lines that agree
 * with their header are the fast way; all else (rows wrapped, glued, quoted, without a header, with
 * columns missing, between prose) is put together first and read by type.
 */
import { Assembly, type Kind } from './assembly.ts';
import { readBare } from './bare-codes.ts';
import { splitRuns, trim } from '../../../text/cells.ts';
import { bySet } from './by-set.ts';
import { isDecoration, isDirective, readDirective, type Section, START } from './directives.ts';
import { isCutShort, mended } from './cut-header.ts';
import { ExactRows, type LastRow } from './exact-rows.ts';
import { cutGlued } from './glued-rows.ts';
import type { Header } from './header.ts';
import { type Piece, trimEnd } from '../../../text/lines.ts';
import { isNative } from './native-row.ts';
import { isNcsa } from './ncsa-row.ts';
import { LearnedColumns } from './learned-columns.ts';
import { skipPrefix } from './line-prefix.ts';
import { rowOf } from './row.ts';
import { guessDelimiter, splitBy } from './row-splits.ts';
import { isRestOf, looksLikeRow } from './row-start.ts';
import type { Sink } from './sink.ts';
import { readPieces } from './join-values.ts';

/** Lines that may lie between two bare rows of one note. */
const BARE_DISTANCE = 4;
const STATUS = /(?<!\d)[1-5]\d\d(?!\d)/;
/** What a line below a header of HTTPERR, whose rows need no status, has besides words. */
const ADDRESS_OR_TIME = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|(?:[\da-f]{0,4}:){2}|\d:\d\d/i;
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
  /** That row follows another one in its line. */
  readonly isRestCut?: boolean;
  /** What the columns of rows without a header are. */
  readonly learned?: LearnedColumns | undefined;
  /** The last row that was as its header says. */
  readonly last?: LastRow | undefined;
}

export const BEGINNING: Standing = { section: START, line: 1, bareLine: -BARE_DISTANCE, rest: 0 };

/** Reads the lines of one text, and knows what holds for the next. */
export class LineReader {
  readonly #text: string;
  readonly #sink: Sink;
  readonly #learned: LearnedColumns;
  readonly #exact: ExactRows;
  /** The row under way, and where the text that follows this one is to begin with it. */
  readonly #rows: Assembly;
  #rest = { start: 0, isCut: false };
  #section: Section;
  #bareLine: number;
  /** Where the line under way begins, and whether it is the rest of one that was cut before. */
  #lineStart = 0;
  #isCut: boolean;

  constructor(text: string, sink: Sink, before: Standing, given?: Header) {
    this.#text = text;
    this.#sink = sink;
    this.#section = before.section;
    this.#bareLine = before.bareLine;
    this.#isCut = before.isRestCut === true;
    this.#learned = before.learned ?? new LearnedColumns();
    this.#exact = new ExactRows(text, this.#learned, { given, last: before.last });
    this.#rows = new Assembly(text, sink, this.#section, this.#learned);
  }

  /** Takes the next line. */
  read({ line, start, end: lineEnd }: Piece): void {
    const end = trimEnd(this.#text, start, lineEnd);
    this.#lineStart = start;
    // A row may begin with `-`, which in front of a row without its header is a list's mark.
    const mayBeNames = this.#isAfterHeader(line) && this.#isHeaderShort;
    const isWhole = !this.#isCut && !mayBeNames;
    if (isWhole && this.#readExact({ line, ...trim(this.#text, start, end) })) return;
    const from = skipPrefix(this.#text, start, end);
    if (from >= end) this.#rows.close();
    else this.#readLine({ line, start: from, end });
    this.#isCut = false;
  }

  /** The text is over. With `goesOn` the row under way is left for the text that follows. */
  finish(line: number, goesOn: boolean): Standing {
    const [open] = goesOn ? this.#rows.open : [];
    if (!open) this.#rows.close();
    return {
      section: this.#section,
      bareLine: this.#bareLine,
      line: open?.line ?? line,
      rest: open ? this.#rest.start : this.#text.length,
      isRestCut: open !== undefined && this.#rest.isCut,
      learned: this.#learned,
      last: this.#exact.last,
    };
  }

  #isAfterHeader(line: number): boolean {
    return this.#section.headerLine === line - 1;
  }

  /** The header may go on in the next line. */
  get #isHeaderShort(): boolean {
    const { header } = this.#section;
    return header === undefined || isCutShort(header) || !header.names.includes('sc-status');
  }

  /** A row that is as its header says, or as the person says. */
  #readExact(piece: Piece): boolean {
    const { start, end } = piece;
    const text = this.#text;
    if (start >= end || text[start] === '#') return false;
    if (this.#section.header && isCutShort(this.#section.header)) this.#mendHeader(piece);
    const columns = this.#exact.read(this.#section.header, this.#lineStart, start, end);
    if (!columns) return false;
    this.#rows.close();
    this.#rows.emit([piece], columns, false);
    return true;
  }

  #readLine(piece: Piece): void {
    // The names of a wrapped header would pass for values.
    if (this.#isAfterHeader(piece.line) && this.#readHead(piece)) return;
    if (!this.#isCut && this.#readExact(piece)) return;
    const parts = cutGlued(this.#text, piece);
    for (const [i, part] of parts.entries()) {
      if (this.#readHead(part)) continue;
      // A header with a row behind it in its line may have lost its end.
      if (i > 0 && this.#section.headerLine === piece.line) this.#mendHeader(part);
      this.#readRow(part, parts.length > 1 || this.#isCut);
    }
  }

  #mendHeader(row: Piece): void {
    const { header } = this.#section;
    if (header?.by === 'fields') this.#enter({ header: mended(header, this.#text, row) });
  }

  #enter(change: Partial<Section>): void {
    this.#section = { ...this.#section, ...change };
    this.#rows.enter(this.#section);
  }

  /** Directives and headers, and lines that only decorate. */
  #readHead(piece: Piece): boolean {
    if (isDecoration(this.#text, piece)) return true;
    const next = readDirective(this.#section, this.#text, piece);
    if (!next) return false;
    this.#section = next;
    this.#rows.enter(next);
    if (next.headerLine === piece.line || isDirective(this.#text, piece)) this.#sink.header(piece);
    return true;
  }

  #readRow(piece: Piece, cut: boolean): void {
    const { start, end } = piece;
    const rows = this.#rows;
    const head = Math.min(end, start + HEAD);
    const line = this.#text.slice(start, head);
    if (isNcsa(line)) this.#begin('ncsa', piece, cut);
    else if (isNative(line)) this.#begin('native', piece, cut);
    else if (rows.open.length > 0 && rows.kind !== 'w3c') rows.goOn(piece);
    else {
      const cells = splitRuns(this.#text, start, head);
      const begins = looksLikeRow(this.#text, start, end, cells, this.#section.header);
      if (begins && !isRestOf(rows.open, this.#text, start, end)) this.#beginRow(piece, cut);
      else if (rows.open.length > 0) rows.goOn(piece);
      else this.#readLoose(piece);
    }
  }

  #beginRow(piece: Piece, cut: boolean): void {
    const { start, end } = piece;
    const isKnown = this.#section.header !== undefined;
    const delimiter = guessDelimiter(this.#text, start);
    const columns = isKnown ? undefined : bySet(splitBy(delimiter, this.#text, start, end));
    if (columns) {
      this.#rows.close();
      this.#rows.emit([piece], columns, cut);
      if (!cut) this.#learned.note(this.#text, start, end, columns);
    } else this.#begin('w3c', piece, cut);
  }

  #begin(kind: Kind, piece: Piece, isCut: boolean): void {
    this.#rows.begin(kind, piece);
    this.#rest = { start: isCut ? piece.start : this.#lineStart, isCut };
  }

  /** A line that does not begin like a row: codes alone, or a row whose beginning is missing. */
  #readLoose(piece: Piece): void {
    if (this.#readBare(piece)) return;
    const { start, end } = piece;
    const { header } = this.#section;
    if (end - start > HEAD) return;
    const telling = header?.format === 'httperr' ? ADDRESS_OR_TIME : header ? STATUS : TRIPLE;
    if (!telling.test(this.#text.slice(start, end))) return;
    const found = readPieces(this.#text, [piece], header);
    // Without a header, a sentence that quotes a row's codes must not pass for the row.
    if (!found || (!header && found.columns.names.includes(''))) return;
    this.#rows.emit([piece], found.columns, true);
  }

  #readBare({ start, end, line }: Piece): boolean {
    const isAmong = line - this.#bareLine <= BARE_DISTANCE;
    const bare = readBare(this.#text, start, end, isAmong);
    for (const { cells, names } of bare) {
      this.#bareLine = line;
      const at = { start: cells[0]?.start ?? start, end: cells.at(-1)?.end ?? end };
      const row = rowOf(cells, names, this.#rows.context(BARE, [{ line, ...at }], true));
      if (row) this.#sink.row(row);
    }
    return bare.length > 0;
  }
}
