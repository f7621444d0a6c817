/** Reads large files in the worker, and says how far it is a few times a second. */
import {
  type CaseInput,
  type Options,
  type Progress,
  readFiles,
  sourcesOf,
} from '../../core/index.ts';
import type { FileProgress } from './protocol.ts';

/** Milliseconds between two reports. */
const REPORT_EVERY = 200;

/** The files as one log. Rejects with a sentence to show. */
export async function readLarge(
  files: readonly File[],
  options: Options,
  onProgress: (progress: FileProgress) => void,
): Promise<CaseInput> {
  const start = performance.now();
  let reported = -Infinity;
  const sources = await sourcesOf(files.map((blob) => ({ name: blob.name, blob })));
  if (sources.length === 0) throw new Error('There is no file in this archive.');
  return readFiles(sources, options, {
    onProgress: (progress) => {
      const now = performance.now();
      if (now - reported < REPORT_EVERY && progress.read < progress.size) return;
      reported = now;
      onProgress(reportOf(progress, now - start));
    },
  });
}

function reportOf({ read, size, bytes, log }: Progress, elapsed: number): FileProgress {
  const { tally, unreadableRows } = log;
  const refused = tally.statuses().filter(({ status }) => status === 401);
  return {
    ...{ read, size, bytes, elapsed, rows: tally.rows, unreadable: unreadableRows },
    refused: refused.reduce((sum, { rows }) => sum + rows, 0),
    outcomes: [...log.outcomes()].map(([outcome, count]) => ({ outcome, count })),
  };
}
