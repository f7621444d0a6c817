/**
 * `npm run bench:large [-- MIB ...]`: how fast logs of 200 MiB and 1 GiB are read, as ratios against
 * other programs on the same file in the same run, with peak memory; and before that, how long other
 * shapes of a log take (`shapes.ts`). The rounds alternate. The browser's part needs the built site
 * (`npm run build`) and Chromium.
 */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bigLog } from '../../tests/logs/big-log.ts';
import { browserRuns } from './browser.ts';
import { run, type Run, TELL_PEAK } from './peers.ts';
import { shapeRatios } from './shapes.ts';

const MIB = 1024 * 1024;
const ROUNDS = 5;
const SIZES = process.argv.slice(2).map(Number);

const folder = mkdtempSync(join(tmpdir(), 'large-'));
try {
  await shapeRatios();
  for (const mib of SIZES.length > 0 ? SIZES : [200, 1_024]) await contest(mib);
} finally {
  rmSync(folder, { recursive: true });
}

async function contest(mib: number): Promise<void> {
  const file = write(mib);
  console.log(`\nA log of ${mib} MiB, a tenth of its rows 401`);
  const node = (...args: string[]) => run(process.execPath, ['--import', TELL_PEAK, ...args]);
  const ours = () => node('src/cli/decode.js', '--json', file);
  const runs = await alternate({
    ours,
    grep: () => run('grep', ['-c', ' 401 ', file]),
    duckdb: () => node('tools/bench/duckdb.ts', file),
  });
  print('command line', runs, mib);
  console.log(`  ours, in speeds of grep -c: ${ratio(runs, 'grep', 'ours')}`);
  console.log(
    `  ours, in speeds of DuckDB's read_csv and group by: ${ratio(runs, 'duckdb', 'ours')}`,
  );

  const browser = await browserRuns(file, ROUNDS);
  const speeds = { ours: browser.ours, slices: browser.slices, stream: browser.stream };
  print('Chromium, ours beside only reading the file in slices or as a stream', speeds, mib);
  console.log(`  ours, in speeds of reading slices: ${ratio(speeds, 'slices', 'ours')}`);
  console.log(`  ours, in speeds of reading a stream: ${ratio(speeds, 'stream', 'ours')}`);
  console.log(`  first numbers after ${Math.round(browser.first)} ms`);
  console.log(`  longest task of the page: ${Math.round(browser.longest)} ms`);
  console.log(`  memory that the page's process needed more: ${Math.round(browser.grown)} MiB`);
  rmSync(file);
}

/** Each program in turn, so that whatever else the machine does hits all. */
async function alternate<K extends string>(
  programs: Record<K, () => Promise<Run>>,
): Promise<Record<K, Run[]>> {
  const names = Object.keys(programs) as K[];
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, Run[]>;
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) runs[name].push(await programs[name]());
  }
  return runs;
}

function print(title: string, runs: Record<string, readonly Run[]>, mib: number): void {
  console.log(`  ${title}, medians of ${ROUNDS}:`);
  for (const [name, list] of Object.entries(runs)) {
    const speed = Math.round((mib / median(list)) * 1_000);
    const peak = Math.max(...list.map(({ megabytes = NaN }) => megabytes));
    const memory = Number.isNaN(peak) ? '' : `, peak ${Math.round(peak)} MiB`;
    console.log(`    ${name}: ${Math.round(median(list))} ms, ${speed} MiB/s${memory}`);
  }
}

function ratio<K extends string>(runs: Record<K, readonly Run[]>, of: K, to: K): string {
  return (median(runs[of]) / median(runs[to])).toFixed(2);
}

function median(runs: readonly Run[]): number {
  const sorted = runs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

function write(mib: number): string {
  const path = join(folder, `u_ex${mib}.log`);
  const file = openSync(path, 'w');
  for (const chunk of bigLog({ seed: 1, bytes: mib * MIB, refused: 0.1 })) writeSync(file, chunk);
  closeSync(file);
  return path;
}
