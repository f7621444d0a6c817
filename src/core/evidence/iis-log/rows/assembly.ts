/**
 * Puts the lines of one row together and reads them when the row is over: at a blank line, at the
 * next row, at a directive, at the end.
 */
import { LOG_ROW_CELLS, LOG_ROW_LENGTH } from '../../../limits.ts';
import { splitRuns } from '../../../text/cells.ts';
import { splitDelimited } from '../../../text/delimited.ts';
import type { Columns } from './by-header.ts';
import type { Section } from './directives.ts';
import type { LearnedColumns } from './learned-columns.ts';
import { readNative } from './native-row.ts';
import { readNcsaPieces } from './ncsa-row.ts';
import { isOtherService } from './other-services.ts';
import { type Row, type RowContext, rowOf } from './row.ts';
import { guessDelimiter, splitBy } from './row-splits.ts';
import { isDated } from './row-start.ts';
import type { Sink } from './sink.ts';
import { parseNcsaTime } from './time.ts';
import type { Piece } from '../../../text/lines.ts';
import { readPieces, ROW_LINES } from './join-values.ts';

/** Values below which a dated line is no row. */
const FEWEST = 5;

export type Kind = 'w3c' | 'native' | 'ncsa';

export class Assembly {
  readonly #text: string;
  readonly #sink: Sink;
  #kind: Kind = 'w3c';
  #pieces: Piece[] = [];
  #section: Section;
  readonly #learned: LearnedColumns;

  constructor(text: string, sink: Sink, section: Section, learned: LearnedColumns) {
    this.#text = text;
    this.#sink = sink;
    this.#learned = learned;
    this.#section = section;
  }

  /** Lines of the row that is not over yet. */
  get open(): readonly Piece[] {
    return this.#pieces;
  }

  get kind(): Kind {
    return this.#kind;
  }

  /** Ends the row under way and takes the header and date that hold from here on. */
  enter(section: Section): void {
    this.close();
    this.#section = section;
  }

  /** Ends the row under way and begins another. */
  begin(kind: Kind, piece: Piece): void {
    this.close();
    this.#kind = kind;
    this.#pieces = [piece];
  }

  /** Adds a line to the row under way; one that goes on for too long is over. */
  goOn(piece: Piece): void {
    if (this.#pieces.length < ROW_LINES) this.#pieces.push(piece);
    else this.close();
  }

  /** Reads the row under way, if there is one. */
  close(): void {
    const pieces = this.#pieces;
    this.#pieces = [];
    const [first] = pieces;
    if (!first) return;
    if (this.#kind === 'ncsa') this.#closeNcsa(first, pieces);
    else if (this.#kind === 'native') this.#closeNative(first, pieces);
    else this.#closeW3c(first, pieces);
  }

  /** Hands on a row whose columns are known. */
  emit(pieces: readonly Piece[], columns: Columns, repaired: boolean): void {
    const [first] = pieces;
    if (!first) return;
    if (isOtherService(columns.cells, columns.names)) {
      this.#sink.otherService(first);
      return;
    }
    const recovered = repaired || !columns.exact;
    const row = rowOf(columns.cells, columns.names, this.context(columns, pieces, recovered));
    if (row) this.#sink.row(row);
    else this.#sink.unreadable(first);
  }

  /** What a row of these lines needs to know beyond its values. */
  context(
    { format, by, set }: Pick<Columns, 'format' | 'by' | 'set'>,
    pieces: readonly Piece[],
    recovered: boolean,
  ): RowContext {
    const line = pieces[0]?.line ?? 0;
    return { format, by, set, line, at: whole(pieces), recovered, day: this.#section.day };
  }

  #closeW3c(first: Piece, pieces: readonly Piece[]): void {
    const { header } = this.#section;
    // What it is may have been learned of the row before it, which was over when this one began.
    const known = header ? undefined : this.#learned.read(this.#text, first.start, first.end);
    if (known) {
      this.emit([first], known.columns, false);
      return;
    }
    const found = this.#isSmall(pieces) ? readPieces(this.#text, pieces, header) : undefined;
    if (found) {
      this.emit(pieces.slice(0, found.taken), found.columns, true);
      if (!header && found.taken === 1) {
        this.#learned.note(this.#text, first.start, first.end, found.columns);
      }
      return;
    }
    const { start, end } = first;
    const values = splitRuns(this.#text, start, end);
    const isOther = isOtherService(
      values,
      header?.names.length === values.length ? header.names : [],
    );
    if (isOther) this.#sink.otherService(first);
    else if (isDated(this.#text, start, end) && this.#isLong(pieces)) this.#sink.unreadable(first);
  }

  /** A date and a word or two are no row, whatever is lost. */
  #isLong(pieces: readonly Piece[]): boolean {
    const { start, end } = whole(pieces);
    const delimiter = this.#section.header?.delimiter ?? guessDelimiter(this.#text, start);
    return splitBy(delimiter, this.#text, start, Math.min(end, start + 500)).length >= FEWEST;
  }

  /** Reading by type costs the square of the number of values, so there is a limit. */
  #isSmall(pieces: readonly Piece[]): boolean {
    const { start, end } = whole(pieces);
    if (end - start > LOG_ROW_LENGTH) return false;
    return splitRuns(this.#text, start, end).length <= LOG_ROW_CELLS;
  }

  #closeNcsa(first: Piece, pieces: readonly Piece[]): void {
    const { found, used } = readNcsaPieces(this.#text, first, pieces);
    if (found && isOtherService(found.cells, found.names)) {
      this.#sink.otherService(first);
      return;
    }
    const context = this.context({ format: 'ncsa', by: 'ncsa' }, used, used.length > 1);
    const row: Row | undefined = found && rowOf(found.cells, found.names, context);
    if (!found || !row) {
      this.#sink.unreadable(first);
      return;
    }
    const stamp = parseNcsaTime(found.stamp);
    this.#sink.row({ ...row, ...(stamp && { ms: stamp.ms, time: stamp.iso }) });
  }

  #closeNative(first: Piece, pieces: readonly Piece[]): void {
    const found = readNative(this.#text, pieces);
    if (!found) {
      const { start, end } = first;
      if (isOtherService(splitDelimited(this.#text, start, end, ','))) {
        this.#sink.otherService(first);
      } else this.#sink.unreadable(first);
      return;
    }
    const way = { format: 'iis', by: 'native', exact: true, score: 0 } as const;
    this.emit(pieces.slice(0, found.taken), { ...found, ...way }, found.taken > 1);
  }
}

const whole = (pieces: readonly Piece[]) => ({
  start: pieces[0]?.start ?? 0,
  end: pieces.at(-1)?.end ?? 0,
});
