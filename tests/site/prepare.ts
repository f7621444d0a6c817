/**
 * Before the site tests: a browser that starts, and the site built twice, once for the root of a
 * server and once for a virtual directory.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { findBrowser } from './browser.ts';
import { PLACES, type Place } from './places.ts';

/** Of a build that failed; what went wrong stands at the end. */
const LINES_SHOWN = 25;

const { executablePath } = await findBrowser();
console.log(`Browser: ${executablePath ?? "Playwright's own Chromium"}`);
PLACES.forEach(build);

function build({ base, dist }: Place): void {
  // A page that is no longer built must not be found in its old file.
  rmSync(dist, { recursive: true, force: true });
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--base', base, '--outDir', dist],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    console.error(lastLines(stdout), lastLines(stderr));
    throw new Error(`The site could not be built for ${base}; the lines above say why.`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Built for ${base} into ${dist}/ in ${seconds} s`);
}

function lastLines(text: string): string {
  return text.split('\n').slice(-LINES_SHOWN).join('\n');
}
