/** Reads one or several files as one log: the attempts of a client go on from file to file. */
import type { Options } from '../../reader.ts';
import type { LogBuilder } from '../log-builder.ts';
import { type FileReading, readingOf } from './excerpt.ts';
import type { Fill } from './fill.ts';
import { LogFile, type LogReader } from './log-file.ts';
import type { LogSource, ReadAgain } from './log-source.ts';

export interface Progress {
  /** Stored bytes taken, of `size`. */
  readonly read: number;
  readonly size: number;
  /** Bytes of log text in them. */
  readonly bytes: number;
  /** What has been counted. */
  readonly log: LogBuilder;
}

/** Where a source begins among all bytes. */
interface Begin {
  readonly base: number;
  readonly source: LogSource;
}

/**
 * Reads everything. `onProgress` is called after each block. What is damaged is among the problems
 * of the reading; rejects with a sentence to show when nothing could be read.
 */
export async function readFiles(
  sources: readonly LogSource[],
  options: Options = {},
  { onProgress, reader }: { onProgress?: (progress: Progress) => void; reader?: LogReader } = {},
): Promise<FileReading> {
  const file = reader ?? (await LogFile.create(options));
  const size = sources.reduce((sum, source) => sum + source.size, 0);
  const begins: Begin[] = [];
  const damages: Error[] = [];
  let before = 0;
  for (const source of sources) {
    begins.push({ base: file.bytes, source });
    let read = 0;
    const report = () => {
      onProgress?.({ read: before + read, size, bytes: file.bytes, log: file.log });
    };
    const fill = source.open((bytes) => (read = bytes));
    const name = sources.length > 1 ? source.name : undefined;
    await file.read(intact(fill, damages), name, report);
    read = source.size;
    report();
    before += source.size;
  }
  await file.finish();
  const [first] = damages;
  if (first && file.bytes === 0) throw first;
  return withDamages(await readingOf(file.log, readerOf(begins)), damages);
}

/** Ends where the file cannot be read further, and takes down why. */
function intact(fill: Fill, damages: Error[]): Fill {
  let isOver = false;
  return async (into) => {
    if (isOver) return 0;
    try {
      return await fill(into);
    } catch (error) {
      isOver = true;
      damages.push(error instanceof Error ? error : new Error(String(error)));
      return 0;
    }
  };
}

/** Reads rows again from the source that they are of. */
function readerOf(begins: readonly Begin[]): ReadAgain {
  return (place, length) => {
    const begin = begins.findLast(({ base }) => base <= place);
    return begin
      ? begin.source.readAgain(place - begin.base, length)
      : Promise.resolve(new Uint8Array());
  };
}

function withDamages({ text, reading }: FileReading, damages: readonly Error[]): FileReading {
  if (damages.length === 0) return { text, reading };
  const at = { start: 0, end: 0 };
  const told = damages.map(({ message }) => ({ message, at }));
  return { text, reading: { ...reading, problems: [...(reading.problems ?? []), ...told] } };
}
