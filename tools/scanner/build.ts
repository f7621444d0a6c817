/**
 * `npm run wasm` in `tools/`: compiles `rows.ts` of the scanner and writes it as text into the source, so that page and command
 * line load it without a build step of their own. A test compiles it again and compares.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../src/core/evidence/iis-log/file/scanner/', import.meta.url);
const SOURCE = fileURLToPath(new URL('rows.ts', FOLDER));
const COMPILER = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'));
/** Without `abort`, so that the module imports nothing but its memory. */
const OPTIONS = '-O3 --noAssert --runtime stub --enable simd --importMemory --use abort='.split(
  ' ',
);
/** Memory that threads share must say how large it may become, in pages. */
const SHARED = '--enable threads --sharedMemory --maximumMemory 65536'.split(' ');

/** The files that hold a compiled module: for a page, and for the threads of the command line. */
export const TARGETS = {
  own: new URL('../rows-wasm.ts', FOLDER),
  shared: new URL('../../src/cli/rows-wasm.ts', import.meta.url),
};

/** Text of such a file; throws what the compiler says. */
export function compile(memory: keyof typeof TARGETS): string {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'));
  try {
    const out = join(folder, 'rows.wasm');
    const args = [SOURCE, '--outFile', out, ...OPTIONS, ...(memory === 'shared' ? SHARED : [])];
    execFileSync(process.execPath, [COMPILER, ...args], { cwd: folder });
    const base64 = readFileSync(out).toString('base64');
    return `/** Made of \`scanner/rows.ts\` by \`npm run wasm\`. */\nexport const ROWS_WASM =\n  '${base64}';\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  writeFileSync(TARGETS.own, compile('own'));
  writeFileSync(TARGETS.shared, compile('shared'));
}
