/**
 * The lines that the scanner of bytes leaves alone, read as text: directives, headers, damaged rows,
 * other formats. Lines that follow each other are read together, because a row may be broken over
 * several of them.
 */
import { decodeLines } from '../bytes/file-text.ts';
import { BEGINNING, scan, type Standing } from '../log/scan.ts';
import { unpad } from '../log/unpad.ts';
import type { FileTally } from './file-tally.ts';

/** Characters of a row that is not over at the end of a run; more is not waited for. */
const LONGEST_ROW = 200_000;

export class TextRun {
  readonly #tally: FileTally;
  #standing: Standing = BEGINNING;
  #text = '';
  #place = 0;
  #line = 1;

  constructor(tally: FileTally) {
    this.#tally = tally;
  }

  /** What holds for the rows that follow. */
  get section(): Standing['section'] {
    return this.#standing.section;
  }

  get length(): number {
    return this.#text.length;
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
    const { text } = unpad(this.#text);
    const place = this.#place;
    const sink = this.#tally.sinkOf({ text, place, header: () => this.section.header });
    const before = { ...this.#standing, line: this.#line, rest: 0 };
    this.#standing = before;
    const after = scan(text, sink, before, goesOn);
    this.#standing = after;
    const isTooLong = text.length - after.rest > LONGEST_ROW;
    this.#text = isTooLong ? '' : text.slice(after.rest);
    this.#place = place + after.rest;
    this.#line = after.line;
  }

  /** Another file begins. */
  reset(): void {
    this.#standing = BEGINNING;
    this.#line = 1;
  }
}
