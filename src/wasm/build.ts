/**
 * `npm run wasm`: compiles `rows.ts` and writes it as text into the core, so that page and command
 * line load it without a build step of their own. A test compiles it again and compares.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('rows.ts', import.meta.url));
const COMPILER = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'));
const TARGET = new URL('../core/log-file/rows-wasm.ts', import.meta.url);
/** Without `abort`, so that the module imports nothing. */
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort='];

/** Text of the core's file that holds the compiled module; throws what the compiler says. */
export function compile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'));
  try {
    const out = join(folder, 'rows.wasm');
    // 64 KiB pages: what `layout.ts` places in front of the input, and some of the input.
    const args = [SOURCE, '--outFile', out, '--initialMemory', '40', ...OPTIONS];
    execFileSync(process.execPath, [COMPILER, ...args], { cwd: folder });
    const base64 = readFileSync(out).toString('base64');
    return `/** Made of \`src/wasm/rows.ts\` by \`npm run wasm\`. */\nexport const ROWS_WASM =\n  '${base64}';\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) writeFileSync(TARGET, compile());
