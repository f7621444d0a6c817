/**
 * Logs in files as people keep them: plain, gzipped, zipped, in UTF-8 or UTF-16. Each becomes a
 * stream of bytes in UTF-8, and its rows can be read again by their place in that stream.
 */
import { encodingOf, HEAD_BYTES } from '../../../text/encoding.ts';
import { fillFromBlob } from './blob-fill.ts';
import { slicesOf } from './blob-slices.ts';
import { gunzipped } from './gunzip.ts';
import type { LogSource, NamedBlob } from './log-source.ts';
import { windowed } from './read-window.ts';
import { streamed } from './streamed-source.ts';

const ZIP = [0x50, 0x4b];
const GZIP = [0x1f, 0x8b];

/**
 * The logs in these files, in the order of their names, numbers in them by value: that is the order
 * of IIS's days. `plain` reads a file that is neither packed nor UTF-16. A file that cannot be opened
 * says why when it is read.
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
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  if (begins(head, ZIP)) {
    const { zippedLogs } = await import('./zip.ts');
    return zippedLogs({ name, blob });
  }
  if (begins(head, GZIP)) {
    const inner = name.replace(/\.gz$/i, '');
    return [streamed(inner, blob.size, (onRead) => gunzipped(blob, name, onRead))];
  }
  if (encodingOf(head)?.startsWith('utf-16')) {
    return [streamed(name, blob.size, (onRead) => slicesOf(blob, onRead))];
  }
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
