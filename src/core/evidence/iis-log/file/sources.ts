/**
 * Logs in files as people keep them: plain, gzipped, zipped, in UTF-8 or UTF-16. Each becomes a
 * stream of bytes in UTF-8, and its rows can be read again by their place in that stream.
 */
import { windowed } from './read-window.ts';
import { fillFromBlob } from './blob-fill.ts';
import type { ReadAgain } from './excerpt.ts';
import { type Fill, fillFrom } from './fill.ts';
import { slicesOf } from './blob-slices.ts';
import { streamOf } from './streams.ts';
import { encodingOf, HEAD_BYTES } from '../../../text/encoding.ts';
import { inUtf8 } from '../../../text/in-utf8.ts';

export interface LogSource {
  readonly name: string;
  /** Bytes of the file as it is stored, for progress. */
  readonly size: number;
  /** All bytes from the first one on; `onRead` is told how many of `size` have been taken. */
  open(onRead?: (bytes: number) => void): Fill;
  readonly readAgain: ReadAgain;
}

/** A file as a browser or Node gives it. */
export interface NamedBlob {
  readonly name: string;
  readonly blob: Blob;
}

const ZIP = [0x50, 0x4b];
const GZIP = [0x1f, 0x8b];
const HEAD = 64;

/**
 * The logs in these files, in the order of their names, numbers in them by value: that is the order
 * of IIS's days. `plain` reads a file that is neither packed nor UTF-16. Rejects with a sentence when
 * an archive cannot be opened.
 */
export async function sourcesOf<F extends NamedBlob>(
  files: readonly F[],
  plain: (file: F) => LogSource = blobSource,
): Promise<LogSource[]> {
  const sources = await Promise.all(files.map((file) => open(file, plain)));
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return sources.flat().sort((a, b) => collator.compare(a.name, b.name));
}

const begins = (head: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, i) => head[i] === byte);

async function open<F extends NamedBlob>(
  file: F,
  plain: (file: F) => LogSource,
): Promise<LogSource[]> {
  const { name, blob } = file;
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  if (begins(head, ZIP)) {
    const { zippedLogs } = await import('./zip.ts');
    return zippedLogs({ name, blob });
  }
  if (begins(head, GZIP)) {
    const inner = name.replace(/\.gz$/i, '');
    return [streamed(inner, blob.size, (onRead) => unzipped(slicesOf(blob, onRead), name))];
  }
  if (isUtf16(head)) return [streamed(name, blob.size, (onRead) => slicesOf(blob, onRead))];
  return [plain(file)];
}

function blobSource({ name, blob }: NamedBlob): LogSource {
  return {
    name,
    size: blob.size,
    open: (onRead) => fillFromBlob(blob, onRead),
    readAgain: windowed(async (place, length) => {
      return new Uint8Array(await blob.slice(place, place + length).arrayBuffer());
    }),
  };
}

/** A source that can only be read from its beginning: to read rows again it is read again. */
export function streamed(
  name: string,
  size: number,
  bytes: (onRead?: (bytes: number) => void) => AsyncIterable<Uint8Array>,
): LogSource {
  const chunks = (onRead?: (bytes: number) => void) => inUtf8(bytes(onRead));
  const open = (onRead?: (bytes: number) => void) => fillFrom(chunks(onRead));
  return { name, size, open, readAgain: windowed(forward(chunks)) };
}

/** Reads on to the place asked for; begins again when it lies behind. */
function forward(chunks: () => AsyncIterable<Uint8Array>): ReadAgain {
  let iterator: AsyncIterator<Uint8Array> | undefined;
  let start = 0;
  let bytes: Uint8Array = new Uint8Array();
  return async (place, length) => {
    if (!iterator || place < start) {
      await iterator?.return?.();
      iterator = chunks()[Symbol.asyncIterator]();
      start = 0;
      bytes = new Uint8Array();
    }
    while (start + bytes.length < place + length) {
      const next = await iterator.next();
      if (next.done === true) break;
      // What lies before the place is not needed any more.
      const kept = bytes.subarray(Math.min(bytes.length, Math.max(0, place - start)));
      start += bytes.length - kept.length;
      const joined = new Uint8Array(kept.length + next.value.length);
      joined.set(kept);
      joined.set(next.value, kept.length);
      bytes = joined;
    }
    return bytes.subarray(Math.max(0, place - start), Math.max(0, place - start) + length);
  };
}

async function* unzipped(
  slices: AsyncIterable<Uint8Array<ArrayBuffer>>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new DecompressionStream('gzip');
  const feeding = feed(slices, writable);
  try {
    yield* streamOf(readable);
    await feeding;
  } catch {
    throw new Error(
      `${name} is damaged or not a whole gzip file. If it holds several of them, unpack it first.`,
    );
  }
}

async function feed(
  slices: AsyncIterable<Uint8Array<ArrayBuffer>>,
  writable: WritableStream<BufferSource>,
): Promise<void> {
  const writer = writable.getWriter();
  try {
    for await (const slice of slices) await writer.write(slice);
    await writer.close();
  } catch {
    // The reading end reports it.
  }
}
