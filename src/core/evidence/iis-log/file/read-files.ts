/** Reads one or several files as one log: the attempts of a client go on from file to file. */
import { type FileReading, readingOf } from './excerpt.ts';
import type { Options } from '../../reader.ts';
import type { Lanes } from './lanes.ts';
import type { LogBuilder } from '../log-builder.ts';
import { LogFile } from './log-file.ts';
import type { LogSource } from './sources.ts';

export interface Progress {
  /** Stored bytes taken, of `size`. */
  read: number;
  size: number;
  /** Bytes of log text in them. */
  bytes: number;
  /** What has been counted. */
  log: LogBuilder;
}

/** Reads everything. `onProgress` is called after each block. Rejects with a sentence to show. */
export async function readFiles(
  sources: readonly LogSource[],
  options: Options = {},
  { onProgress, lanes }: { onProgress?: (progress: Progress) => void; lanes?: Lanes } = {},
): Promise<FileReading> {
  const file = await LogFile.create(options, lanes);
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  /** Where each source begins among all bytes. */
  const begins: { base: number; source: LogSource }[] = [];
  let before = 0;
  for (const source of sources) {
    begins.push({ base: file.bytes, source });
    let read = 0;
    const fill = source.open((bytes) => (read = bytes));
    await file.read(fill, sources.length > 1 ? source.name : undefined, () => {
      onProgress?.({ read: before + read, size, bytes: file.bytes, log: file.log });
    });
    before += source.size;
    onProgress?.({ read: before, size, bytes: file.bytes, log: file.log });
  }
  file.finish();
  return readingOf(file.log, (place, length) => {
    const begin = begins.findLast(({ base }) => base <= place);
    return begin
      ? begin.source.readAgain(place - begin.base, length)
      : Promise.resolve(new Uint8Array());
  });
}
