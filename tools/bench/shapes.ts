/**
 * `npm run bench:shapes [-- MIB]`: how long a log takes in each of the ways in which logs are passed on,
 * in times of the same rows under their header. Both are read in turn, in the same run, by the command
 * line; process start included.
 */
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bigLog } from '../../tests/logs/big-log.ts';
import { type Shape, SHAPES, shaped } from '../../tests/logs/shapes.ts';
import { run } from './peers.ts';

const MIB = 1024 * 1024;
const USUAL = 50;
const ROUNDS = 5;
/** Files that a log is cut into. */
const FILES = 100;
const DECODE = fileURLToPath(new URL('../../src/cli/decode.js', import.meta.url));

const plain: Shape = (line) => line;

/** Prints one ratio for each way. */
export async function shapeRatios(mib = USUAL): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shapes-'));
  try {
    console.log(`\nThe same rows in other shapes, ${mib} MiB, in times of those under a header`);
    const usual = [write(join(folder, 'plain.log'), mib, plain)];
    for (const [name, shape] of Object.entries(SHAPES)) {
      const file = write(join(folder, 'shaped.log'), mib, shape);
      console.log(`  ${name}: ${await ratio([file], usual)}`);
    }
    for (const hasHeaders of [true, false]) {
      const files = cut(join(folder, String(hasHeaders)), mib, hasHeaders);
      const heads = hasHeaders ? 'each with a header' : 'only the first with a header';
      console.log(`  ${FILES} files, ${heads}: ${await ratio(files, usual)}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function ratio(files: readonly string[], usual: readonly string[]): Promise<string> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    times[0].push(await timeOf(files));
    times[1].push(await timeOf(usual));
  }
  const [own, other] = times.map(median);
  return ((own ?? NaN) / (other ?? NaN)).toFixed(2);
}

async function timeOf(files: readonly string[]): Promise<number> {
  return (await run(process.execPath, [DECODE, '--json', ...files])).milliseconds;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

const log = (mib: number) => bigLog({ seed: 1, bytes: mib * MIB, refused: 0.1 });

function write(path: string, mib: number, shape: Shape): string {
  const file = openSync(path, 'w');
  for (const chunk of shaped(log(mib), shape)) writeSync(file, chunk);
  closeSync(file);
  return path;
}

/** The log in files of equal size; the first one has the header in any case. */
function cut(folder: string, mib: number, hasHeaders: boolean): string[] {
  mkdirSync(folder);
  const paths = Array.from({ length: FILES }, (_, i) => join(folder, `u_ex${1_000 + i}.log`));
  let head = '';
  let file = -1;
  let at = -1;
  let size = Infinity;
  for (const chunk of log(mib)) {
    for (const line of chunk.split(/(?<=\n)/)) {
      if (line.startsWith('#')) head += line;
      else {
        if (size >= (mib * MIB) / FILES && at + 1 < FILES) {
          if (file >= 0) closeSync(file);
          file = openSync(paths[++at] ?? '', 'w');
          size = at === 0 || hasHeaders ? writeSync(file, head) : 0;
        }
        size += writeSync(file, line);
      }
    }
  }
  closeSync(file);
  return paths.slice(0, at + 1);
}

if (import.meta.main) await shapeRatios(Number(process.argv[2] ?? USUAL));
