/**
 * Reads the lines of a text one after the other and knows what holds for the next. Lines that agree
 * with their header are the fast way; all else (rows wrapped, glued, quoted, without a header, with
 * columns missing, between prose) is put together first and read by type.
 */
import { Assembly } from './assembly.ts';
import { readBare } from './bare-codes.ts';
import { splitRuns, trim } from '../../../text/cells.ts';
import { bySet, headerOfSet } from './by-set.ts';
import { byHeader } from './by-header.ts';
import { isDecoration, isDirective, readDirective, type Section, START } from './directives.ts';
import { byGiven } from './by-given-columns.ts';
import { isCutShort, mended } from './cut-header.ts';
import { cutGlued } from './glued-rows.ts';
import type { Header } from './header.ts';
import { type Piece, trimEnd } from '../../../text/lines.ts';
import { isNative } from './native-row.ts';
import { isNcsa } from './ncsa-row.ts';
import { skipPrefix } from './line-prefix.ts';
import { rowOf } from './row.ts';
import { isRestOf, looksLikeRow } from './row-start.ts';
import type { Sink } from './sink.ts';
import { readPieces } from './join-values.ts';

/** So many rows show what the columns of a text without a header are. */
const ALIKE = 3;
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

export const BEGINNING: Standing = { section: START, line: 1, bareLine: -BARE_DISTANCE, rest: 0 };

/** Reads the lines of one text, and knows what holds for the next. */
export class LineReader {
  readonly #text: string;
  readonly #sink: Sink;
  readonly #given: Header | undefined;
  /** The row under way. */
  readonly #rows: Assembly;
  #section: Section;
  #bareLine: number;
  /** The set of columns that the last rows without a header had, and how many they are. */
  #set = '';
  #alike = 0;

  constructor(text: string, sink: Sink, { section, bareLine }: Standing, given?: Header) {
    this.#text = text;
    this.#sink = sink;
    this.#given = given;
    this.#rows = new Assembly(text, sink, section);
    this.#section = section;
    this.#bareLine = bareLine;
  }

  /** Takes the next line. */
  read({ line, start, end: lineEnd }: Piece): void {
    const end = trimEnd(this.#text, start, lineEnd);
    // A row may begin with `-`, which in front of a row without its header is a list's mark.
    const mayBeNames = this.#isAfterHeader(line) && this.#isHeaderShort;
    if (!mayBeNames && this.#readExact({ line, ...trim(this.#text, start, end) })) return;
    const from = skipPrefix(this.#text, start, end);
    if (from >= end) this.#rows.close();
    else this.#readLine({ line, start: from, end });
  }

  /** The text is over. With `goesOn` the row under way is left for the text that follows. */
  finish(line: number, goesOn: boolean): Standing {
    const [open] = goesOn ? this.#rows.open : [];
    if (!open) this.#rows.close();
    return {
      section: this.#section,
      bareLine: this.#bareLine,
      line: open?.line ?? line,
      rest: open?.start ?? this.#text.length,
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
    const { header = this.#section.inferred } = this.#section;
    const columns =
      (this.#given && byGiven(text, start, end, this.#given)) ??
      (header && byHeader(text, start, end, header));
    if (!columns) return false;
    this.#rows.close();
    this.#rows.emit([piece], columns, false);
    return true;
  }

  #readLine(piece: Piece): void {
    // The names of a wrapped header would pass for values.
    if (this.#isAfterHeader(piece.line) && this.#readHead(piece)) return;
    if (this.#readExact(piece)) return;
    const parts = cutGlued(this.#text, piece);
    for (const [i, part] of parts.entries()) {
      if (this.#readHead(part)) continue;
      // A header with a row behind it in its line may have lost its end.
      if (i > 0 && this.#section.headerLine === piece.line) this.#mendHeader(part);
      this.#readRow(part, parts.length > 1);
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
    if (isNcsa(line)) rows.begin('ncsa', piece);
    else if (isNative(line)) rows.begin('native', piece);
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
    const isKnown = this.#section.header !== undefined;
    const columns = isKnown ? undefined : bySet(splitRuns(this.#text, piece.start, piece.end));
    if (columns) {
      this.#rows.close();
      this.#rows.emit([piece], columns, cut);
      this.#infer(columns.set);
    } else this.#rows.begin('w3c', piece);
  }

  /** Several rows without a header that have the columns of one set: so have the next, probably. */
  #infer(set = ''): void {
    this.#alike = set === this.#set ? this.#alike + 1 : 1;
    this.#set = set;
    if (this.#alike < ALIKE) return;
    const inferred = headerOfSet(set);
    if (inferred) this.#section = { ...this.#section, inferred };
  }

  /** A line that does not begin like a row: codes alone, or a row whose beginning is missing. */
  #readLoose(piece: Piece): void {
    if (this.#readBare(piece)) return;
    const { start, end } = piece;
    const { header } = this.#section;
    if (end - start > HEAD) return;
    if (header?.format !== 'httperr') {
      const codes = header ? STATUS : TRIPLE;
      if (!codes.test(this.#text.slice(start, end))) return;
    }
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
