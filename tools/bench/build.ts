/**
 * Does the time per page grow with the number of pages? Builds the site as it is, and again with
 * synthetic articles up to a thousand, in a temporary copy:
 *
 *     npm run bench:build [-- <number of articles>]
 *
 * Fails when a page of the large site takes longer than one of the real site, with room for noise,
 * or when the real site takes more than a minute.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';

const WANTED = Number(process.argv[2] ?? 1_000);
const REAL_SITE_SECONDS = 60;
/** Other programs on the machine make one build slower than the next. */
const NOISE = 1.25;
const COPIED = ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json'];

interface Build {
  pages: number;
  seconds: number;
}

const project = process.cwd();
const copy = mkdtempSync(join(tmpdir(), 'guide-'));
try {
  for (const name of COPIED) cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(resolve(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const real = build(copy);
  report('the real site', real);
  const articles = multiply(copy, WANTED);
  const large = build(copy);
  report(`${articles} articles`, large);
  const ratio = perPage(large) / perPage(real);
  console.log(`time per page: ${ratio.toFixed(2)} times that of the real site`);
  if (ratio > NOISE || real.seconds > REAL_SITE_SECONDS) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/** Repeats the articles under new slugs until there are `wanted`; returns how many there are. */
function multiply(root: string, wanted: number): number {
  const files = globSync('content/articles/*/*.mdx', { cwd: root });
  const table = join(root, 'src/core/articles.ts');
  const slugs: string[] = [];
  for (let made = files.length; made < wanted; made++) {
    const file = files[made % files.length] ?? '';
    const slug = `synthetic-${made}`;
    const source = readFileSync(join(root, file), 'utf8');
    const titled = source.replace(/^title: .*$/m, `title: Synthetic article ${made}`);
    writeFileSync(join(root, file.replace(basename(file), `${slug}.mdx`)), titled);
    slugs.push(`  '${slug}': '${file.split(/[\\/]/).at(-2) ?? ''}',`);
  }
  const code = readFileSync(table, 'utf8');
  writeFileSync(table, code.replace(/^} as const;/m, `${slugs.join('\n')}\n} as const;`));
  return files.length + slugs.length;
}

function build(root: string): Build {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build'],
    { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (status !== 0)
    throw new Error(`The build failed.\n${stdout.slice(-2_000)}${stderr.slice(-2_000)}`);
  const seconds = (performance.now() - started) / 1_000;
  return { pages: globSync('dist/**/*.html', { cwd: root }).length, seconds };
}

function perPage({ pages, seconds }: Build): number {
  return (1_000 * seconds) / pages;
}

function report(name: string, built: Build): void {
  const { pages, seconds } = built;
  console.log(
    `${name}: ${pages} pages in ${seconds.toFixed(1)} s, ${perPage(built).toFixed(1)} ms a page`,
  );
}
