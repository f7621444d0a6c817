/** The page reading a file in a real Chromium, and the same browser only reading it. */
import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import type { Run } from './peers.ts';
import { served } from './served.ts';

export interface BrowserRuns {
  ours: Run[];
  /** Only reading the file: in slices of 8 MiB, the usual way, and as a stream into one buffer. */
  slices: Run[];
  stream: Run[];
  /** Milliseconds until the first numbers were shown. */
  first: number;
  /** Milliseconds of the longest task on the main thread while the file was read. */
  longest: number;
  /** MiB that the renderer's peak memory grew over its size before. */
  grown: number;
}

const TIMEOUT = 300_000;

/** `rounds` of both, one after the other. The site must be built. */
export function browserRuns(file: string, rounds: number): Promise<BrowserRuns> {
  return served(async (browser, address) => {
    const none = { first: NaN, longest: 0, grown: 0 };
    const result: BrowserRuns = { ours: [], slices: [], stream: [], ...none };
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage();
      await page.goto(address);
      await page.setContent('<input type="file">');
      await page.setInputFiles('input', file);
      result.slices.push({ milliseconds: await page.evaluate(slices) });
      result.stream.push({ milliseconds: await page.evaluate(stream) });
      await page.close();
      await wholePage(browser, address, file, result);
    }
    return result;
  });
}

/** Runs in the page: the next slice is under way while one would be looked at. */
async function slices(): Promise<number> {
  const slice = 8 * 1024 * 1024;
  const [log] = document.querySelector('input')?.files ?? [];
  if (!log) return NaN;
  const start = performance.now();
  const read = (at: number) => log.slice(at, at + slice).arrayBuffer();
  let next = read(0);
  for (let at = 0; at < log.size; at += slice) {
    await next;
    next = read(at + slice);
  }
  return performance.now() - start;
}

/** Runs in the page: all bytes go through one buffer. */
async function stream(): Promise<number> {
  const [log] = document.querySelector('input')?.files ?? [];
  if (!log) return NaN;
  const start = performance.now();
  const reader = log.stream().getReader({ mode: 'byob' });
  // Held by the page, as a stream that waits may be lost otherwise.
  Reflect.set(window, 'reader', reader);
  let buffer = new ArrayBuffer(512 * 1024);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return performance.now() - start;
    buffer = value.buffer;
  }
}

async function wholePage(
  browser: Browser,
  address: string,
  file: string,
  result: BrowserRuns,
): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
  // What the first paste loads is no part of reading a file.
  await page.locator('#paste').fill('401.2');
  await page.waitForSelector('.verdict');
  const before = await renderers(browser);
  await page.evaluate(watch);
  await page.setInputFiles('paste-decoder input[type=file]', file);
  await page.waitForSelector('.so-far li', { timeout: TIMEOUT });
  await page.waitForSelector('.file-note', { timeout: TIMEOUT });
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as Seen);
  const after = await renderers(browser);
  result.ours.push({ milliseconds: seen.read });
  result.first = Number.isNaN(result.first) ? seen.first : Math.max(result.first, seen.first);
  result.longest = Math.max(result.longest, ...seen.tasks);
  result.grown = Math.max(result.grown, after - before);
  await page.close();
}

interface Seen {
  first: number;
  /** Milliseconds that the worker said it had read when the file was over. */
  read: number;
  /** Milliseconds of each long task until then. */
  tasks: number[];
}

/** Runs in the page: notes when numbers come, and what holds up the main thread. */
function watch(): void {
  const seen: Seen = { first: NaN, read: NaN, tasks: [] };
  let start = performance.now();
  Reflect.set(window, 'seen', seen);
  document.addEventListener('change', () => (start = performance.now()), { capture: true });
  new PerformanceObserver((list) => {
    if (Number.isNaN(seen.read)) seen.tasks.push(...list.getEntries().map((e) => e.duration));
  }).observe({ entryTypes: ['longtask'] });
  new MutationObserver(() => {
    const bar = document.querySelector('progress');
    if (Number.isNaN(seen.first) && document.querySelector('.so-far li')) {
      seen.first = performance.now() - start;
    }
    if (bar && bar.value === bar.max && Number.isNaN(seen.read)) {
      seen.read = performance.now() - start;
    }
  }).observe(document.body, { childList: true, subtree: true });
}

/** Peak memory of the largest renderer, in MiB; Linux tells it. */
async function renderers(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    });
  return Math.max(0, ...peaks);
}
