/**
 * Hex dumps: an offset, up to 16 or 32 bytes, then often the same bytes as text. Read are those of
 * xxd, `hexdump -C`, Wireshark, PowerShell's Format-Hex and certutil:
 *
 *     00000000: 6082 0b70 0606 2b06 0105 0502 a082 0b64  `..p..+........d
 *     00000000  60 82 0b 70 06 06 2b 06  01 05 05 02 a0 82 0b 64  |`..p..+........d|
 *     0000   60 82 0b 70 06 06 2b 06 01 05 05 02 a0 82 0b 64   `..p..+........d
 *
 * The offsets tell how many bytes a line has, so the text column is never read as bytes. The last
 * line's text column is known from the line before it.
 */
import type { Span } from '../facts/span.ts';
import { hexValue } from './hex.ts';
import { pack, type MappedBytes } from './mapped.ts';

/** Offset at the start of a line; the bytes begin after it. */
const OFFSET = /^[ \t|]*(?:0x)?([0-9a-f]{4,16})(?::[ \t]*|[ \t]+)(?=[0-9a-f]{2})/i;

/** Bytes on one line of a dump, at most. */
const LINE_BYTES = 64;

interface DumpLine {
  offset: number;
  /** Positions of the hex digits, in pairs. */
  positions: number[];
  /** Column after the last digit, to bound the next line. */
  endColumn: number;
}

/** Digits of a line from `from`; stops before the text column, as far as it can be told. */
function readLine(
  text: string,
  line: Span,
  offset: number,
  from: number,
  column: number,
): DumpLine {
  const positions: number[] = [];
  let position = from;
  let gaps = 0;
  const end = Math.min(line.end, column);
  while (position + 1 < end && positions.length < 2 * LINE_BYTES) {
    if (hexValue(text.charCodeAt(position)) >= 0 && hexValue(text.charCodeAt(position + 1)) >= 0) {
      positions.push(position, position + 1);
      position += 2;
      continue;
    }
    const blanks = /^(?: {1,3}|-| - )(?=[0-9a-f]{2})/i.exec(text.slice(position, position + 5))?.[0]
      .length;
    // Two blanks in the middle of the line are the dump's own; any other wide gap ends the bytes.
    if (!blanks || (blanks > 1 && (++gaps > 1 || positions.length !== 16))) break;
    position += blanks;
  }
  return { offset, positions, endColumn: position - line.start };
}

/** The lines of `text` as spans, without their line ends. */
function* linesOf(text: string): Generator<Span> {
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    yield { start, end: text[end - 1] === '\r' ? end - 1 : end };
    start = end + 1;
  }
}

function assemble(text: string, lines: readonly DumpLine[]): MappedBytes {
  const all: number[] = [];
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const digits = next ? 2 * (next.offset - line.offset) : line.positions.length;
    for (const position of line.positions.slice(0, digits)) all.push(position);
  }
  const values = Uint8Array.from(all, (position) => hexValue(text.charCodeAt(position)));
  const end = (all.at(-1) ?? 0) + 1;
  return pack(text, { values, positions: Uint32Array.from(all), count: all.length, end }, 4);
}

/** Every hex dump in `text`, in order; a dump is lines whose offsets grow by their bytes. */
export function findHexdumps(text: string): MappedBytes[] {
  const dumps: MappedBytes[] = [];
  let lines: DumpLine[] = [];
  const finish = () => {
    if (lines.length > 0) dumps.push(assemble(text, lines));
    lines = [];
  };
  for (const line of linesOf(text)) {
    const match = OFFSET.exec(text.slice(line.start, Math.min(line.end, line.start + 64)));
    if (!match) {
      if (line.end > line.start) finish();
      continue;
    }
    const offset = Number.parseInt(match[1] ?? '', 16);
    const previous = lines.at(-1);
    const step = previous ? offset - previous.offset : 0;
    if (previous && (step <= 0 || step > LINE_BYTES || 2 * step > previous.positions.length))
      finish();
    const known = lines.at(-1);
    const from = line.start + match[0].length;
    const column = known ? line.start + known.endColumn : line.end;
    const read = readLine(text, line, offset, from, column);
    if (known) read.endColumn = known.endColumn;
    if (read.positions.length > 0) lines.push(read);
  }
  finish();
  return dumps.filter((dump) => dump.bytes.length >= 8);
}
