/**
 * The lines that the scanner of bytes leaves alone, read as text: directives, headers, damaged rows,
 * other formats. Lines that follow each other are read together, because a row may be broken over
 * several of them.
 */
import { decodeLines } from '../../../text/file-text.ts';
import type { Header } from '../rows/header.ts';
import { isPairs, readPairs } from '../rows/named-values.ts';
import type { LastRow } from '../rows/exact-rows.ts';
import { BEGINNING, type Standing } from '../rows/line-reader.ts';
import { scan } from '../rows/scan-lines.ts';
import type { Sink } from '../rows/sink.ts';
import { unpad, unpadRows } from '../../../text/unpad.ts';
import { shifted } from '../kept-row.ts';
import type { LogBuilder } from '../log-builder.ts';

/** Characters of a row that is not over at the end of a run; more is not waited for. */
const LONGEST_ROW = 200_000;
/** Characters that show what kind of file it is. */
const ENOUGH = 8_192;
/** Characters of rows of names and values that are read at once. */
const PAIRS = 1_000_000;

/** Characters after which rows are read even where no record seems to end. */
const MOST_PAIRS = 8_000_000;

/** What stands between two records, and is in none: the second begins with the last character. */
const RECORD_ENDS = ['\n{', '\n\n', '\n\r\n'];
/** A line with nothing but the beginning of a record, in a list that is indented. */
const INDENTED = /\n[ \t]+\{(?=\r?\n)/;

export class TextRun {
  readonly #builder: LogBuilder;
  readonly #given: Header | undefined;
  #standing: Standing = BEGINNING;
  #file: string | undefined;
  #text = '';
  #place = 0;
  #line = 1;
  /** The file's rows are names and values; undefined until enough has come to tell. */
  #isPairs: boolean | undefined;
  /** How a record of such a file begins, if on a line of its own. */
  #indent: string | undefined;

  /** `given` are the columns that the reader named. */
  constructor(builder: LogBuilder, given: Header | undefined) {
    this.#builder = builder;
    this.#given = given;
  }

  /** What holds for the rows that follow. */
  get section(): Standing['section'] {
    return this.#standing.section;
  }

  /** The last row of the file that was read by its header, or by what was learned. */
  get last(): LastRow | undefined {
    return this.#standing.last;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  /** Adds whole lines; `place` and `line` are those of the first, where the run begins with it. */
  add(bytes: Uint8Array, place: number, line: number): void {
    if (this.#text === '') {
      this.#place = place;
      this.#line = line;
    }
    this.#text += decodeLines(bytes);
  }

  /** Reads what has come; a row at the end waits for more lines when the run `goesOn`. */
  read(goesOn: boolean): void {
    if (this.#text === '') return;
    if (goesOn && this.#isPairs === undefined && this.#text.length < ENOUGH) return;
    this.#isPairs ??= isPairs(this.#text);
    if (this.#isPairs) this.#readPairs(goesOn);
    else this.#readLines(goesOn);
  }

  /** A file begins; its name is told when there are several. */
  begin(file: string | undefined): void {
    this.#file = file;
    const { learned, section } = this.#standing;
    this.#standing = { ...BEGINNING, learned: learned?.forNext(section.header) };
    this.#line = 1;
    this.#isPairs = undefined;
    this.#indent = undefined;
  }

  #readLines(goesOn: boolean): void {
    const { text } = unpadRows(this.#text);
    const before = { ...this.#standing, line: this.#line, rest: 0 };
    this.#standing = before;
    const after = scan(text, this.#sinkOf(text), { given: this.#given, before, goesOn });
    const isTooLong = text.length - after.rest > LONGEST_ROW;
    this.#standing = isTooLong ? { ...after, isRestCut: false } : after;
    this.#keep(isTooLong ? '' : text.slice(after.rest), after.rest);
    this.#line = after.line;
  }

  /** Whole records only: up to the last that begins a line or follows an empty one, or is a line. */
  #readPairs(goesOn: boolean): void {
    if (goesOn && this.#text.length < PAIRS) return;
    const at = goesOn ? this.#recordsEnd() : this.#text.length;
    const { text } = unpad(this.#text.slice(0, at));
    const first = this.#line - 1;
    const sink = this.#sinkOf(text);
    readPairs(text, {
      row: (row) => {
        sink.row({ ...row, line: row.line + first });
      },
      otherService: (piece) => {
        sink.otherService(piece);
      },
    });
    this.#line += text.split('\n').length - 1;
    this.#keep(this.#text.slice(at), at);
  }

  /** Where the last whole record ends. */
  #recordsEnd(): number {
    this.#indent ??= INDENTED.exec(this.#text)?.[0];
    const marks = this.#indent === undefined ? RECORD_ENDS : [this.#indent, ...RECORD_ENDS];
    const records = Math.max(...marks.map((mark) => this.#lastOf(mark)));
    // A list in one line, or whatever it is.
    const at = records || this.#text.lastIndexOf('},{') + 1 || this.#lastOf('\n');
    return at === 0 && this.#text.length > MOST_PAIRS ? this.#text.length : at;
  }

  #lastOf(end: string): number {
    const at = this.#text.lastIndexOf(end);
    return at < 0 ? 0 : at + end.lastIndexOf('\n') + 1;
  }

  #keep(rest: string, at: number): void {
    this.#text = rest;
    this.#place += at;
  }

  #sinkOf(text: string): Sink {
    const before = this.#place;
    const file = this.#file;
    return this.#builder.sinkOf({
      keep: (row) => {
        const { start, end } = row.at;
        const read = { row: shifted(row, -start), text: text.slice(start, end), file };
        return { place: before + start, read };
      },
      keepLine: ({ start, end, line }) => {
        return { line, place: before + start, text: text.slice(start, end), file };
      },
    });
  }
}
