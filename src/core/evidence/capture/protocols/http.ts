/** The heads of HTTP/1.x messages in what one side sent (RFC 9112); bodies are passed over. */
import { lastPacket, type Run } from '../packets/streams.ts';
import type { Carried } from '../packets/network.ts';

export interface Head {
  /** Start line and headers, without line ends. */
  readonly lines: readonly string[];
  /** The packet with which the message is whole, body included, as far as it was recorded. */
  readonly carried: Carried;
  /** True where bytes of it are missing. */
  readonly isCut: boolean;
}

const START = /^(?:HTTP\/1\.[01] \d{3}|[A-Z][A-Z_-]{2,19} \S)/;
const START_LINE = /^(?:HTTP\/1\.[01] \d{3}(?: [^\r\n]*)?|[A-Z][A-Z_-]{2,19} \S+ HTTP\/1\.[01])$/;
/** Bytes of a head; HTTP.sys accepts 64 KiB at most. */
const HEAD = 128 * 1024;
const LATIN_1 = new TextDecoder('latin1');

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  LATIN_1.decode(bytes.subarray(at, at + length));

/** All heads in a run; none in what is no HTTP. */
export function headsIn(run: Run): Head[] {
  const { bytes } = run;
  const starts = run.segments.map(({ at }) => at).filter((at) => START.test(textAt(bytes, at, 30)));
  const heads: Head[] = [];
  let next = 0;
  for (let at = starts[0]; at !== undefined;) {
    const found = headAt(bytes, at);
    const end = found?.end ?? at + 1;
    const after = found ? end + bodyLength(bytes, end, found.lines) : end;
    const carried = lastPacket(run, at, Math.min(after, bytes.length));
    if (found && carried) heads.push({ lines: found.lines, isCut: found.isCut, carried });
    if (found && START.test(textAt(bytes, after, 30))) at = after;
    else {
      // Lost track: a message begins with a segment.
      while ((starts[next] ?? Infinity) < end) next++;
      at = starts[next];
    }
  }
  return heads;
}

function headAt(
  bytes: Uint8Array,
  at: number,
): (Omit<Head, 'carried'> & { readonly end: number }) | undefined {
  const text = textAt(bytes, at, HEAD);
  const [, gap] = /(\r?\n\r?\n)/.exec(text) ?? [];
  const length = gap === undefined ? -1 : text.indexOf(gap);
  const isCut = length < 0;
  const lines = (isCut ? text : text.slice(0, length)).split(/\r?\n/);
  // The last line of a cut head is not whole either.
  if (isCut) lines.pop();
  if (!START_LINE.test(lines[0] ?? '')) return undefined;
  const end = isCut ? bytes.length : at + length + (gap?.length ?? 0);
  return { lines, isCut, end };
}

/** Bytes of the body, as its headers say. */
function bodyLength(bytes: Uint8Array, at: number, lines: readonly string[]): number {
  if (/^HTTP\/1\.[01] (?:1\d\d|204|304)/.test(lines[0] ?? '')) return 0;
  const valueOf = (name: string) =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  if (/chunked/i.test(valueOf('transfer-encoding') ?? '')) return chunksLength(bytes, at);
  return Math.min(
    Number(/^\d{1,15}$/.exec(valueOf('content-length') ?? '')?.[0] ?? 0),
    bytes.length,
  );
}

function chunksLength(bytes: Uint8Array, start: number): number {
  let at = start;
  for (;;) {
    const [line, size] = /^([0-9a-f]{1,8})[^\n]{0,200}\n/i.exec(textAt(bytes, at, 220)) ?? [];
    if (line === undefined || size === undefined) return at - start;
    const length = parseInt(size, 16);
    at += line.length + length + 2;
    if (length === 0 || at > bytes.length) return at - start;
  }
}
