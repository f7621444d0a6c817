/**
 * Unpacks gzip files of one member or several (RFC 1952, section 2.2), whole or cut off. Browsers
 * unpack one member only and take the next one for rubbish, so each goes through a stream of its own,
 * up to the next bytes that look like a header. Where these were data after all, the member is
 * unpacked again, up to the next ones.
 */
import { slicesOf } from './blob-slices.ts';
import { streamOf } from './streams.ts';

/** Bytes of a header without its optional parts. */
const HEADER = 10;
/** Bytes of a member at the least: header, an empty block, trailer. */
const MEMBER = 20;
const OPERATING_SYSTEMS = 13;

/** How far one try came. */
interface Tried {
  /** Offset in the file up to which was read. */
  readonly end: number;
  /** The member ended there. */
  readonly isWhole: boolean;
  /** Bytes that it gave. */
  readonly given: number;
}

/** The bytes in the file; rejects with a sentence when it is damaged, after what is intact. */
export async function* gunzipped(
  blob: Blob,
  name: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size;) {
    let tried: Tried = { end: start + MEMBER - 1, isWhole: false, given: 0 };
    while (!tried.isWhole) {
      const before = tried;
      tried = yield* member(blob, start, before, onRead);
      const isStuck = tried.end >= blob.size || tried.given <= before.given;
      if (!tried.isWhole && isStuck) {
        throw new Error(`${name} is damaged or not a whole gzip file; what is intact was read.`);
      }
    }
    start = tried.end;
  }
}

/** One member, up to a header beyond the one tried before; what was given then is left out. */
async function* member(
  blob: Blob,
  start: number,
  before: Tried,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Uint8Array, Tried> {
  const { readable, writable } = new DecompressionStream('gzip');
  const feeding = feed(blob, start, before.end + 1, writable, onRead);
  let given = 0;
  let isWhole = true;
  try {
    for await (const piece of streamOf(readable)) {
      const fresh = piece.subarray(Math.min(piece.length, Math.max(0, before.given - given)));
      given += piece.length;
      if (fresh.length > 0) yield fresh;
    }
  } catch {
    isWhole = false;
  }
  return { end: await feeding, isWhole, given };
}

/** Writes the file from `start` to the first header at or behind `least`. Returns where it ended. */
async function feed(
  blob: Blob,
  start: number,
  least: number,
  writable: WritableStream<BufferSource>,
  onRead?: (bytes: number) => void,
): Promise<number> {
  const writer = writable.getWriter();
  /** Offset of `held`, which may begin a header. */
  let at = start;
  let held: Uint8Array<ArrayBuffer> = new Uint8Array();
  try {
    for await (const slice of slicesOf(blob.slice(start))) {
      const bytes = new Uint8Array(held.length + slice.length);
      bytes.set(held);
      bytes.set(slice, held.length);
      const header = headerIn(bytes, Math.max(0, least - at));
      const end = header < 0 ? Math.max(0, bytes.length - HEADER + 1) : header;
      await writer.write(bytes.subarray(0, end));
      at += end;
      onRead?.(at);
      if (header >= 0) return await ended(writer, at);
      held = bytes.slice(end);
    }
    await writer.write(held);
    onRead?.(blob.size);
    return await ended(writer, blob.size);
  } catch {
    // The reading end reports it.
    return blob.size;
  }
}

async function ended(writer: WritableStreamDefaultWriter, at: number): Promise<number> {
  // A stream that fails when it is closed drops what was not read of it yet.
  await writer.ready;
  await writer.close().catch(() => undefined);
  return at;
}

/** Offset of a whole header at or behind `from`; -1 when there is none. */
function headerIn(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + HEADER > bytes.length) return -1;
    const [, second, method, flags = 0, , , , , extra, system = 0] = bytes.subarray(
      at,
      at + HEADER,
    );
    const isMark = second === 0x8b && method === 8 && flags < 0x20;
    const isSpeed = extra === 0 || extra === 2 || extra === 4;
    if (isMark && isSpeed && (system <= OPERATING_SYSTEMS || system === 255)) return at;
  }
  return -1;
}
