/** The logs in a ZIP archive, each read as a stream without unpacking the others. */
import {
  BlobReader,
  configure,
  type Entry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { type LogSource, type NamedBlob, streamed } from './sources.ts';
import { streamOf } from './streams.ts';

// Inflates with the browser's own code, in the worker that reads the file.
configure({ useWebWorkers: false, useCompressionStream: true });

/** Every file in the archive; rejects with a sentence when it cannot be opened. */
export async function zippedLogs({ name, blob }: NamedBlob): Promise<LogSource[]> {
  const reader = new ZipReader(new BlobReader(blob));
  let entries: Entry[];
  try {
    entries = await reader.getEntries();
  } catch {
    throw new Error(`${name} is damaged or not a whole ZIP archive.`);
  }
  return entries
    .filter(({ directory }) => !directory)
    .map((entry) => {
      if (entry.encrypted) throw new Error(`${name} is encrypted; unpack it first.`);
      return streamed(entry.filename, entry.compressedSize, (onRead) => inflated(entry, onRead));
    });
}

async function* inflated(
  entry: Entry,
  onRead?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  if (entry.directory) return;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writing = entry.getData(writable, { onprogress: (bytes) => onRead?.(bytes) });
  writing.catch(() => undefined);
  yield* streamOf(readable);
  await writing;
}
