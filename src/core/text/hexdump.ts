/**
 * Hex dumps: an offset, up to 16 or 32 bytes, then often the same bytes as text. Read are those of
 * xxd, `hexdump -C`, Wireshark, PowerShell's Format-Hex, certutil, `curl --trace`, `od -t x1` with
 * octal, decimal or hexadecimal offsets, and plain `hexdump` and `od -x`, which print words:
 *
 *     00000000: 6082 0b70 0606 2b06 0105 0502 a082 0b64  `..p..+........d
 *     00000000  60 82 0b 70 06 06 2b 06  01 05 05 02 a0 82 0b 64  |`..p..+........d|
 *     0000020 60 82 0b 70 06 06 2b 06 01 05 05 02 a0 82 0b 64
 *     0000000 8260 700b 0606 062b 0501 0205 82a0 640b
 *
 * The offsets tell how many bytes a line has, so the text column is never read as bytes. The last
 * line's text column is known from the line before it.
 */
import type { Span } from '../facts/span.ts';
import { readDumpLine, wordsSwapped, type DumpLine } from './hexdump-line.ts';
import { hexValue } from './hex.ts';
import { partOf, pack, type MappedBytes } from './mapped.ts';

/** Offset at the start of a line; the bytes begin after it. */
const OFFSET = /^[ \t|>]*(?:0x)?([0-9a-f]{4,16})(:?)(?:[ \t]*|[ \t]+)(?=[0-9a-f]{2})(?<=[: \t])/i;
/** The last line of `hexdump` and `od`: where the bytes end. */
const FINAL_OFFSET = /^[ \t|>]*([0-9a-f]{7,8})[ \t]*$/i;

/** Bytes on one line of a dump, at most. */
const LINE_BYTES = 64;
/** Shortest dump that is worth looking at, in bytes. */
const SHORTEST = 8;

/** The bases that offsets are written in, the most usual first. */
const RADIXES = [16, 10, 8] as const;
type Radix = (typeof RADIXES)[number];

/** A dump, and what it is when its groups are little-endian words, if they can be. */
export interface Hexdump {
  readonly bytes: MappedBytes;
  readonly swapped?: MappedBytes;
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

const valueOf = (offset: string, radix: Radix) => Number.parseInt(offset, radix);

/** The base in which the second line's offset goes on from the first line's; undefined for none. */
function radixOf(first: DumpLine, second: string): Radix | undefined {
  const usable = RADIXES.filter(
    (radix) => radix === 16 || (radix === 10 ? /^\d+$/ : /^[0-7]+$/).test(second),
  );
  const steps = usable.map((radix) => ({
    radix,
    digits: 2 * (valueOf(second, radix) - valueOf(first.offset, radix)),
  }));
  const exact = steps.find(({ digits }) => digits === first.positions.length);
  if (exact) return exact.radix;
  // A text column that looks like bytes makes a line longer than its offsets say.
  const [hex] = steps;
  const fits = hex && hex.digits > 0 && hex.digits < first.positions.length;
  return fits && hex.digits <= 2 * LINE_BYTES ? 16 : undefined;
}

/** One dump while its lines are read. */
class OpenDump {
  readonly lines: DumpLine[] = [];
  radix: Radix | undefined;
  /** The bytes it has by its final offset. */
  length: number | undefined;

  /** True when a line with this offset goes on from the last one. */
  continues(offset: string): boolean {
    const [first] = this.lines;
    const last = this.lines.at(-1);
    if (!first || !last) return true;
    this.radix ??= radixOf(first, offset);
    if (this.radix === undefined) return false;
    const step = valueOf(offset, this.radix) - valueOf(last.offset, this.radix);
    return step > 0 && step <= LINE_BYTES && 2 * step <= last.positions.length;
  }

  /** Takes the offset behind the last byte. */
  finish(offset: string): void {
    const [first] = this.lines;
    const last = this.lines.at(-1);
    if (!first || !last) return;
    for (const radix of this.radix === undefined ? RADIXES : [this.radix]) {
      const end = valueOf(offset, radix) - valueOf(last.offset, radix);
      if (end > 0 && 2 * end <= last.positions.length && 2 * end > last.positions.length - 4) {
        this.length = valueOf(offset, radix) - valueOf(first.offset, radix);
        return;
      }
    }
  }

  /** The dump, put together; undefined when it is too short. */
  assemble(text: string): Hexdump | undefined {
    const all: number[] = [];
    for (const [index, line] of this.lines.entries()) {
      const next = this.lines[index + 1];
      const radix = this.radix ?? 16;
      const step = next ? valueOf(next.offset, radix) - valueOf(line.offset, radix) : Infinity;
      for (const position of line.positions.slice(0, 2 * step)) all.push(position);
    }
    const whole = packAt(text, all);
    if (whole.bytes.length < SHORTEST) return undefined;
    const length = Math.min(this.length ?? Infinity, whole.bytes.length);
    const bytes = partOf(whole, 0, length);
    if (!this.lines.every(({ isWords }) => isWords)) return { bytes };
    return { bytes, swapped: partOf(packAt(text, wordsSwapped(all)), 0, length) };
  }
}

function packAt(text: string, all: readonly number[]): MappedBytes {
  const values = Uint8Array.from(all, (position) => hexValue(text.charCodeAt(position)));
  const end = (all.at(-1) ?? 0) + 1;
  return pack(text, { values, positions: Uint32Array.from(all), count: all.length, end }, 4);
}

/** Every hex dump in `text`, in order; a dump is lines whose offsets grow by their bytes. */
export function findHexdumps(text: string): Hexdump[] {
  const dumps: Hexdump[] = [];
  let open = new OpenDump();
  const finish = () => {
    const dump = open.lines.length > 0 ? open.assemble(text) : undefined;
    if (dump) dumps.push(dump);
    if (open.lines.length > 0) open = new OpenDump();
  };
  for (const line of linesOf(text)) {
    const head = text.slice(line.start, Math.min(line.end, line.start + 64));
    const match = OFFSET.exec(head);
    if (!match) {
      const final = open.lines.length > 0 ? FINAL_OFFSET.exec(head)?.[1] : undefined;
      if (final !== undefined) open.finish(final);
      if (line.end > line.start) finish();
      continue;
    }
    const [{ length: margin }, offset = '', colon] = match;
    if (!open.continues(offset)) finish();
    const known = open.lines[0];
    const from = line.start + margin;
    const column = known ? line.start + known.endColumn : line.end;
    const read = readDumpLine(text, { ...line, from, end: Math.min(line.end, column) });
    if (read.positions.length > 0) {
      open.lines.push({ ...read, offset, isWords: read.isWords && colon === '' });
    }
  }
  finish();
  return dumps;
}
