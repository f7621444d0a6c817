/**
 * `npm run bench:paste`: how long the page is busy after a paste that is too long to be edited,
 * beside a page that only takes the text from the clipboard and makes a blob of it. The rounds
 * alternate, so that whatever else the machine does hits both. Needs the built site and Chromium.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { bigLog } from '../../tests/logs/big-log.ts';
import { served } from './served.ts';

const ROUNDS = 5;
const TIMEOUT = 300_000;
/** Milliseconds in which whatever was begun is over. */
const SETTLED = 1_500;
/** Typed into another piece beside the paste. */
const TYPED = '0x8009030E';

const TEXTS = {
  '20 MB of log': [...bigLog({ seed: 21, bytes: 20_000_000, refused: 0.1 })].join(''),
  '6 MB of Base64 in one line': 'Zm9v'.repeat(1_500_000),
  '6 MB of prose': 'Nothing of interest is said in this line of the text.\r\n'.repeat(110_000),
};

/** Milliseconds of the longest task on the main thread. */
interface Busy {
  /** Of a page that only takes the text. */
  bare: number;
  /** Of ours, while the browser hands the text over. */
  handed: number;
  /** Of ours, from then to the drawn verdict. */
  after: number;
  /** From a key in another piece to the next frame. */
  key: number;
}

await served(async (browser, address) => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  for (const [name, text] of Object.entries(TEXTS)) {
    const rounds: Busy[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const context = await browser.newContext({ permissions });
      const bare = await barePage(context, address, text);
      rounds.push({ bare, ...(await ourPage(context, address)) });
      await context.close();
    }
    print(name, rounds);
  }
});

/** Leaves the text on the clipboard. */
async function barePage(context: BrowserContext, address: string, text: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`${address}404.html`);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.addEventListener('paste', (event) => {
      event.preventDefault();
      const pasted = event.clipboardData?.getData('text') ?? '';
      Reflect.set(window, 'pasted', new Blob([pasted]));
    });
    document.body.replaceChildren(area);
    area.focus();
  });
  await page.evaluate(watch);
  await page.keyboard.press('Control+v');
  await page.waitForTimeout(SETTLED);
  const { tasks } = await seen(page);
  await page.close();
  return longest(tasks.map(({ duration }) => duration));
}

async function ourPage(context: BrowserContext, address: string): Promise<Omit<Busy, 'bare'>> {
  const page = await context.newPage();
  await page.goto(address);
  // What the first paste loads is no part of it.
  await page.locator('#paste').fill('401.2');
  await page.waitForSelector('.verdict');
  await page.locator('#paste').fill('');
  await page.locator('#paste').focus();
  await page.evaluate(watch);
  await page.keyboard.press('Control+v');
  await page.waitForSelector('.verdict', { timeout: TIMEOUT });
  await page.waitForTimeout(SETTLED);
  const { pasted, tasks } = await seen(page);
  const isPaste = ({ start, end }: Task) => start <= pasted && pasted <= end;
  const busy = (list: readonly Task[]) => longest(list.map(({ duration }) => duration));
  await page.getByRole('button', { name: 'Add another piece' }).click();
  await page.waitForTimeout(SETTLED);
  await page.evaluate(watch);
  await page.keyboard.type(TYPED, { delay: 100 });
  await page.waitForTimeout(2 * SETTLED);
  const { keys } = await seen(page);
  await page.close();
  return {
    handed: busy(tasks.filter(isPaste)),
    after: busy(tasks.filter((task) => !isPaste(task))),
    key: longest(keys),
  };
}

interface Task {
  start: number;
  end: number;
  duration: number;
}

interface Seen {
  /** When the paste came. */
  pasted: number;
  /** Tasks of more than 50 ms. */
  tasks: Task[];
  /** Milliseconds from each key to the next frame. */
  keys: number[];
}

function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => Reflect.get(window, 'seen') as Seen);
}

/** Runs in the page. */
function watch(): void {
  const noted: Seen = { pasted: NaN, tasks: [], keys: [] };
  Reflect.set(window, 'seen', noted);
  document.addEventListener('paste', () => (noted.pasted = performance.now()), { capture: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      noted.tasks.push({ start: startTime, end: startTime + duration, duration });
    }
  }).observe({ type: 'longtask' });
  // The types of TypeScript do not know of the threshold.
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    const keys = list.getEntries().filter(({ name }) => name === 'keydown');
    noted.keys.push(...keys.map(({ duration }) => duration));
  }).observe(events);
}

function print(name: string, rounds: readonly Busy[]): void {
  const of = (part: keyof Busy) => median(rounds.map((round) => round[part]));
  const shown = (part: keyof Busy) => `${Math.round(of(part))} ms`;
  console.log(`\n${name}, longest task of the main thread, medians of ${ROUNDS}:`);
  console.log(`  a page that only makes a blob of it: ${shown('bare')}`);
  console.log(`  ours, while the browser hands it over: ${shown('handed')}`);
  console.log(`  ours, until the verdict is drawn: ${shown('after')}`);
  console.log(`  ours, in times of the other: ${(of('handed') / of('bare')).toFixed(2)}`);
  console.log(`  a key in another piece, until the next frame: ${shown('key')}`);
}

/** 0 where nothing was long enough to be noted. */
function longest(durations: readonly number[]): number {
  return Math.max(0, ...durations);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
