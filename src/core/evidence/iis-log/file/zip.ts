/** The logs in a ZIP archive, each read as a stream without unpacking the others. */
import {
  BlobReader,
  configure,
  type Entry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { type LogSource, type NamedBlob, unopened } from './log-source.ts';
import { PieceQueue } from './piece-queue.ts';
import { streamed } from './streamed-source.ts';
import { Unpacked } from './unpacked.ts';

// Inflates with the browser's own code, in the worker that reads the file.
configure({ useWebWorkers: false, useCompressionStream: true });

/** Every file in the archive; one that cannot be read says why when it is. */
export async function zippedLogs({ name, blob }: NamedBlob): Promise<LogSource[]> {
  // Nothing is written to disk, so a name with `../` or `C:\` in it does no harm.
  const reader = new ZipReader(new BlobReader(blob), { filenameValidation: 'tolerant' });
  let entries: Entry[];
  try {
    entries = await reader.getEntries();
  } catch {
    return [unopened(name, `${name} is damaged or not a whole ZIP archive.`)];
  }
  const unpacked = new Unpacked(blob.size);
  return entries
    .filter(({ directory }) => !directory)
    .map((entry) => {
      const { filename, encrypted, compressedSize } = entry;
      if (encrypted) {
        return unopened(filename, `${filename} in ${name} is encrypted; unpack it first.`);
      }
      const bytes = (onRead?: (bytes: number) => void) => inflated(entry, onRead);
      return streamed(filename, compressedSize, bytes, unpacked);
    });
}

async function* inflated(
  entry: Entry,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  if (entry.directory) return;
  const queue = new PieceQueue();
  const failure: { error?: Error } = {};
  const writing = entry
    .getData(queue.writable, { onprogress: (bytes) => onRead?.(bytes) })
    .catch((reason: unknown) => {
      failure.error = reason instanceof Error ? reason : new Error('unknown error');
    })
    .finally(() => {
      queue.end();
    });
  yield* queue.pieces();
  await writing;
  const why = failure.error?.message;
  if (why === undefined) return;
  throw new Error(
    `${entry.filename} in its ZIP archive is damaged (${why}); what is intact was read.`,
  );
}
