/**
 * A Chromium for the tests, wherever they run: Playwright's own, an installed one, or on Debian
 * one from Debian's packages. A candidate counts only when it really starts.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

export interface TestBrowser {
  /** Program to start; Playwright's own browser when there is none. */
  executablePath?: string;
}

const isRoot = process.getuid?.() === 0;

/** Nothing here may call out, and as root Chromium starts without its sandbox only. */
export const BROWSER_ARGS: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where Playwright keeps its downloads; asked first, so that a closed network costs no time. */
const DOWNLOADS = 'https://cdn.playwright.dev/';
const ASK_MS = 3_000;
const DOWNLOAD_MS = 240_000;

const MEMORY = '.cache/browser.json';

/** The browser that `npm test` found; `tests/site/prepare.ts` finds it. */
export function rememberedBrowser(): TestBrowser | undefined {
  if (!existsSync(MEMORY)) return undefined;
  return JSON.parse(readFileSync(MEMORY, 'utf8')) as TestBrowser;
}

/** Finds or gets a browser that starts, and remembers it. Throws a sentence that says what to do. */
export async function findBrowser(): Promise<TestBrowser> {
  const found =
    (await firstThatStarts([rememberedBrowser() ?? {}, {}])) ??
    ((await download()) ? await firstThatStarts([{}]) : undefined) ??
    (await firstThatStarts(installed())) ??
    (installFromDebian() ? await firstThatStarts(installed()) : undefined);
  if (!found) {
    throw new Error(
      'The site tests need a Chromium, and none could be found or installed. ' +
        'Install one (on Debian as root: apt-get install -y chromium), or Google Chrome, and run npm test again.',
    );
  }
  mkdirSync(dirname(MEMORY), { recursive: true });
  writeFileSync(MEMORY, JSON.stringify(found));
  return found;
}

async function firstThatStarts(candidates: TestBrowser[]): Promise<TestBrowser | undefined> {
  for (const candidate of candidates) {
    if (await starts(candidate)) return candidate;
  }
  return undefined;
}

async function starts(candidate: TestBrowser): Promise<boolean> {
  try {
    const browser = await chromium.launch({ ...candidate, args: [...BROWSER_ARGS] });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

function installed(): TestBrowser[] {
  return INSTALLED.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath }));
}

async function download(): Promise<boolean> {
  try {
    await fetch(DOWNLOADS, { method: 'HEAD', signal: AbortSignal.timeout(ASK_MS) });
  } catch {
    return false;
  }
  console.log('Getting a Chromium for the tests from Playwright ...');
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/package.json');
  const cli = join(dirname(playwright), 'cli.js');
  const { status } = spawnSync(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
    stdio: 'inherit',
    timeout: DOWNLOAD_MS,
  });
  return status === 0;
}

function installFromDebian(): boolean {
  if (!isRoot || !existsSync('/etc/debian_version')) return false;
  console.log("Getting a Chromium for the tests from Debian's packages ...");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['-q', 'update'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['-q', 'install', '-y', 'chromium'], { stdio: 'inherit', env });
    return true;
  } catch {
    return false;
  }
}
