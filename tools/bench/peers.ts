/** Other programs that read the same log, each as a process of its own, and what it needed. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Run {
  /** Wall clock, process start included. */
  milliseconds: number;
  /** Peak resident memory, of programs that can tell. */
  megabytes?: number;
}

const FOLDER = mkdtempSync(join(tmpdir(), 'bench-'));

/** Runs a program to its end; a Node program writes its peak memory to the file in PEAK. */
export async function run(program: string, args: readonly string[]): Promise<Run> {
  const peak = join(FOLDER, 'peak');
  writeFileSync(peak, '');
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', PEAK: peak };
    const options = { env, maxBuffer: 1 << 28 };
    execFile(program, args, options, (error) => {
      if (error) reject(new Error(`${program}: ${error.message}`));
      else resolve();
    });
  });
  const milliseconds = performance.now() - start;
  const kilobytes = Number(readFileSync(peak, 'utf8'));
  return { milliseconds, ...(kilobytes > 0 && { megabytes: kilobytes / 1024 }) };
}

/** Makes a Node program write its peak memory when it ends. */
export const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  "import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.PEAK,String(process.resourceUsage().maxRSS)))",
)}`;
