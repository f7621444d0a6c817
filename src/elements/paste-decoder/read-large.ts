/** Reads large files in the worker, and says how far it is a few times a second. */
import { type Progress, readFiles } from '../../core/evidence/iis-log/file/read-files.ts';
import { sourcesOf } from '../../core/evidence/iis-log/file/sources.ts';
import { type Decoded, openCase, type Options, type Outcome } from '../../core/index.ts';
import type { FileProgress } from './protocol.ts';

/** Milliseconds between two reports. */
const REPORT_EVERY = 200;

/** What the files say, or a sentence on why they cannot be read. */
export async function readLarge(
  files: readonly File[],
  options: Options,
  onProgress: (progress: FileProgress) => void,
): Promise<{ text: string; decoded: Decoded } | { message: string }> {
  const start = performance.now();
  let reported = -Infinity;
  try {
    const sources = await sourcesOf(files.map((blob) => ({ name: blob.name, blob })));
    if (sources.length === 0) return { message: 'There is no file in this archive.' };
    const { text, reading } = await readFiles(sources, options, {
      onProgress: (progress) => {
        const now = performance.now();
        if (now - reported < REPORT_EVERY && progress.read < progress.size) return;
        reported = now;
        onProgress(reportOf(progress, now - start));
      },
    });
    return { text, decoded: await openCase([{ text, reading }], options) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

function reportOf({ read, size, bytes, log }: Progress, elapsed: number): FileProgress {
  const { tally, unreadableRows } = log;
  const counts = new Map<Outcome, number>();
  for (const { outcome, count } of tally.sequences([])) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + count);
  }
  const refused = tally.statuses().filter(({ status }) => status === 401);
  return {
    ...{ read, size, bytes, elapsed, rows: tally.rows, unreadable: unreadableRows },
    refused: refused.reduce((sum, { rows }) => sum + rows, 0),
    outcomes: [...counts].map(([outcome, count]) => ({ outcome, count })),
  };
}
