/**
 * What the site tests share: a watch over every page, the kinds of page, and what a person does
 * with them.
 */
import { readFileSync } from 'node:fs';
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Said by Playwright itself, which keeps the service worker out of all tests but those of it. */
const BLOCKED_WORKER = 'Service Worker registration blocked by Playwright';

interface Watch {
  /** Console lines that a test causes on purpose. */
  expectedNoise: RegExp[];
  /**
   * Everything the page says behind the reader's back: console lines, uncaught errors, violations
   * of the content security policy, dialogs. Empty at the end of every test, or the test fails.
   */
  noise: string[];
}

export const test = base.extend<Watch>({
  expectedNoise: [[], { option: true }],
  noise: [
    async ({ page, expectedNoise }, use) => {
      const noise: string[] = [];
      page.on('console', (line) => {
        if (line.text() !== BLOCKED_WORKER) noise.push(`${line.type()}: ${line.text()}`);
      });
      page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        noise.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
        });
      });
      await use(noise);
      const unexpected = noise.filter((line) => !expectedNoise.some((known) => known.test(line)));
      expect(unexpected, 'the page stays quiet').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** One address for each kind of page. */
export const KINDS = {
  'the first page': '/',
  'a problem article': '/kerberos/krb-ap-err-modified/',
  'a guide article': '/concepts/how-negotiate-works/',
  'the checklist': '/kerberos/kerberos-checklist/',
  'a group of articles': '/kerberos/',
  'the list of all articles': '/articles/',
  'the list of symptoms': '/symptoms/',
  'the timeline': '/changes/timeline/',
  'the glossary': '/reference/glossary/',
  'the code reference': '/reference/codes/',
  'a family of codes': '/reference/codes/sspi/',
  'the page for a wrong address': '/404.html',
} as const;

export const KIND_ROWS = Object.entries(KINDS);

/** One row of each fate: offered, half way, accepted. */
export const NTLM_ROWS = [
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken',
  '2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 - 10.0.0.81 Mozilla/5.0 401 2 5 3',
  '2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 - 10.0.0.81 Mozilla/5.0 401 1 2148074254 4',
  '2026-11-20 03:12:44 10.0.0.12 GET /app/ - 443 CONTOSO\\ada 10.0.0.81 Mozilla/5.0 200 0 0 31',
].join('\n');

/** The text of a file in `tests/fixtures/founding/`. */
export function founding(file: string): string {
  return readFileSync(`tests/fixtures/founding/${file}`, 'utf8');
}

export function pasteArea(page: Page): Locator {
  return page.getByLabel('Log rows, header, token or code');
}

export function result(page: Page): Locator {
  return page.getByRole('region', { name: 'Result' });
}

/** The sentence that says what happened. */
export function verdict(page: Page): Locator {
  return result(page).locator('.verdict').getByRole('heading', { level: 2 });
}

/** The same as words alone, without the places that are named in it. */
export function sentence(page: Page): Promise<string> {
  return verdict(page).evaluate((heading) => {
    const words = heading.cloneNode(true) as HTMLElement;
    for (const place of words.querySelectorAll('.place')) place.remove();
    return words.textContent.replace(/\u00a0/g, '');
  });
}

/** Writes into the paste area, which is opened first where a result has taken its place. */
export async function write(page: Page, text: string): Promise<void> {
  if (!(await pasteArea(page).isVisible())) {
    await page.getByRole('button', { name: /^View A:/ }).click();
  }
  await pasteArea(page).fill(text);
}

/** Opens what was read in full, under the verdict. */
export async function openViews(page: Page): Promise<void> {
  await page.locator('.detail').evaluateAll((views) => {
    for (const view of views) (view as HTMLDetailsElement).open = true;
  });
}

export function articleLink(page: Page): Locator {
  return result(page).getByRole('link', { name: 'Read the article that explains it' });
}

/** Puts `text` into an empty paste area, waits for what it says, and opens what was read. */
export async function paste(page: Page, text: string): Promise<void> {
  await expect(result(page)).toBeHidden();
  await pasteArea(page).fill(text);
  await expect(verdict(page)).toBeVisible();
  await openViews(page);
}

/** Opens every closed field of the drawn trees. */
export async function openTree(page: Page): Promise<void> {
  const closed = result(page).locator('[aria-expanded=false] > .field > .twist');
  while ((await closed.filter({ visible: true }).count()) > 0) {
    await closed.filter({ visible: true }).first().click();
  }
}

/** Opens the search with `/`, types `query` and waits until it is answered. */
export async function search(page: Page, query: string): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Search the guide' });
  if (!(await box.isVisible())) await page.keyboard.press('/');
  await box.fill(query);
  await expect(page.locator('dialog').getByRole('status')).toHaveText(/result|Nothing found/);
}

/** Titles found, best first. */
export function hits(page: Page): Locator {
  return page.locator('dialog li > a.hit');
}

/** True when nothing makes the page scroll sideways. */
export async function fitsItsWidth(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  );
}
