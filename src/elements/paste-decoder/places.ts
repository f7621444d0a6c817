/**
 * Names for places of the evidence, the same everywhere on the page: `C:3` is line 3 of piece C; and
 * the line itself, as it is quoted in a proof.
 */
import {
  type Decoded,
  type Field,
  numbersUpTo,
  type Span,
  withoutPasswords,
} from '../../core/index.ts';
import { type Piece, shownSpan, shownText } from './case-pieces.ts';
import { clipped, type Cut } from './clip.ts';
import { letterOf } from './letters.ts';
import { isPlace } from './spans.ts';

/** Longest name of a field that is told beside its place, in characters. */
const NAME_LENGTH = 60;

/** A line of the evidence with what is marked in it. */
export interface Quote {
  /** `C:3`, `C:3-7`; the letter alone where the line is not known. */
  readonly place: string;
  /** From the first mark of the line to the last. */
  readonly span: Span;
  readonly cuts: readonly Cut[];
  /** What stands there, where the line itself does not say it: `sname HTTP/portal.contoso.com`. */
  readonly name?: string;
}

export class Places {
  readonly #decoded: Decoded;
  readonly #pieces: readonly Piece[];
  /** Offsets at which the lines of a piece begin, by its index. */
  readonly #starts = new Map<number, readonly number[]>();
  readonly #names: ReadonlyMap<string, string>;

  /** `pieces` are those that were decoded, in the order of the sources. */
  constructor(decoded: Decoded, pieces: readonly Piece[]) {
    this.#decoded = decoded;
    this.#pieces = pieces;
    this.#names = fieldNames(decoded);
  }

  /** Index of the piece that a span is in. */
  indexOf({ source }: Span): number {
    if (source === undefined) return 0;
    return this.#decoded.sources.findIndex(({ id }) => id === source);
  }

  /** Letters of the pieces that the spans are in, each once, in order. */
  letters(spans: readonly Span[]): string[] {
    const indexes = [...new Set(spans.map((span) => this.indexOf(span)))].filter((i) => i >= 0);
    return indexes.sort((a, b) => a - b).map(letterOf);
  }

  /** `C:3`; undefined for what is nowhere. */
  of(span: Span): string | undefined {
    const index = this.indexOf(span);
    const piece = this.#pieces[index];
    if (!piece || !isPlace(span)) return undefined;
    const first = this.#lineOf(piece, index, span.start);
    if (first === undefined) return letterOf(index);
    const last = this.#lineOf(piece, index, span.end - 1) ?? first;
    return `${letterOf(index)}:${first}${last > first ? `-${last}` : ''}`;
  }

  /** The lines that hold the spans, each once, in the order in which the spans name them. */
  quotes(spans: readonly Span[]): Quote[] {
    const lines = new Map<string, Span[]>();
    for (const span of spans) {
      const line = this.#lineAround(span);
      if (!line) continue;
      const name = this.#names.get(keyOf(span));
      // Each field of a token is a proof of its own: they all are in one line.
      const key = `${this.indexOf(span)} ${name === undefined ? line.start : keyOf(span)}`;
      lines.set(key, [...(lines.get(key) ?? []), span]);
    }
    return [...lines.values()].flatMap((marks) => this.#quote(marks) ?? []);
  }

  #quote(marks: readonly Span[]): Quote | undefined {
    const [first] = marks;
    const line = first && this.#lineAround(first);
    if (!line) return undefined;
    const piece = this.#pieces[this.indexOf(first)];
    const shown = marks.flatMap((mark) => (piece && shownSpan(piece, mark)) ?? []);
    const span = {
      ...first,
      start: Math.min(...marks.map(({ start }) => start)),
      end: Math.max(...marks.map(({ end }) => end)),
    };
    const name = this.#names.get(keyOf(first));
    const ranges = shown.map(({ start, end }) => ({
      start: start - line.start,
      end: Math.min(end - line.start, line.text.length),
    }));
    const cuts = clipped(line.text, ranges, name !== undefined);
    const place = this.of(marks.length > 1 ? first : span) ?? '';
    return { place, span, cuts, ...(name !== undefined && { name }) };
  }

  /** The first line of a span, in what is shown of its piece. */
  #lineAround(span: Span): { start: number; text: string } | undefined {
    const piece = this.#pieces[this.indexOf(span)];
    const shown = piece && isPlace(span) ? shownSpan(piece, span) : undefined;
    if (!piece || !shown) return undefined;
    const text = shownText(piece);
    const start = text.lastIndexOf('\n', shown.start - 1) + 1;
    const end = text.indexOf('\n', shown.start);
    return { start, text: withoutPasswords(text.slice(start, end < 0 ? text.length : end)) };
  }

  /** Number of the line in the evidence itself; unknown in an excerpt, but for rows of one log. */
  #lineOf(piece: Piece, index: number, place: number): number | undefined {
    if (!piece.files) return numbersUpTo(this.#startsOf(index, piece.text), place);
    if (piece.files.length > 1) return undefined;
    return this.#decoded.log?.entries.find(
      ({ at }) => this.indexOf(at) === index && at.start <= place && place < at.end,
    )?.line;
  }

  #startsOf(index: number, text: string): readonly number[] {
    const known = this.#starts.get(index);
    if (known) return known;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts.set(index, starts);
    return starts;
  }
}

function fieldNames({ tokens }: Decoded): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const take = ({ name, value, at, children = [] }: Field): void => {
    // A field and its only child cover the same place; the inner one says more.
    names.set(keyOf(at), shortened(value === undefined ? name : `${name} ${value}`));
    children.forEach(take);
  };
  for (const token of tokens) token.fields.forEach(take);
  return names;
}

function keyOf({ start, end, source = '' }: Span): string {
  return `${source} ${start}-${end}`;
}

function shortened(name: string): string {
  const words = name.replace(/\s+/g, ' ').trim();
  return words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH - 1)}…` : words;
}
