/**
 * What a page weighs before anyone touches it: HTML, CSS and JavaScript, gzipped at level 9. Fonts
 * are not counted: text is readable before they arrive, and every page shares them.
 */
import { expect, test } from '@playwright/test';
import {
  builtFiles,
  builtPages,
  fileFor,
  gzipped,
  loadedBy,
  type BuiltPage,
  withImports,
} from './built.ts';
import { ROOT } from './places.ts';

/** Bytes. */
const FIRST_PAGE_BYTES = 30_000;
const ARTICLE_BYTES = 20_000;
/** A page that lists codes: its rows are its weight. */
const CODES_BYTES = 22_000;
/** What marks the checks loads by itself after the article. */
const CHECKLIST_BYTES = 22_000;

/** What a worker loads with the first paste: recognisers, and the case that joins the readers. */
const WORKER_BYTES = 15_000;
/** The reader for tokens, asn1js included; no other part may weigh more. */
const TOKENS_BYTES = 40_000;

const isArticle = ({ path }: BuiltPage) =>
  /^\/[\w-]+\/[\w-]+\/$/.test(path) && path !== '/reference/codes/';

test('every article stays within 20 kB', () => {
  const articles = builtPages(ROOT)
    .filter(isArticle)
    .map(weigh)
    .sort((a, b) => b.bytes - a.bytes);
  expect(articles.length).toBeGreaterThan(30);
  console.log(`heaviest articles, of ${articles.length}:`);
  for (const { path, bytes } of articles.slice(0, 3)) console.log(`  ${bytes} bytes ${path}`);
  expect(articles.filter(({ bytes }) => bytes > ARTICLE_BYTES)).toEqual([]);
});

test('the pages of codes stay within 22 kB', () => {
  const pages = builtPages(ROOT)
    .filter(({ path }) => path.startsWith('/reference/codes/'))
    .map(weigh);
  expect(pages).toHaveLength(7);
  expect(pages.filter(({ bytes }) => bytes > CODES_BYTES)).toEqual([]);
});

test('the first page stays within 30 kB', () => {
  const first = builtPages(ROOT)
    .filter(({ path }) => path === '/')
    .map(weigh);
  console.log(`first page: ${String(first[0]?.bytes)} bytes`);
  expect(first).toHaveLength(1);
  expect(first[0]?.bytes).toBeLessThanOrEqual(FIRST_PAGE_BYTES);
});

test('the checklist, with what marks it, stays within 22 kB', async ({ page }) => {
  const loaded = new Set<string>();
  page.on('response', (response) => {
    const file = fileFor(ROOT, new URL(response.url()).pathname);
    if (file && /\.(html|css|js)$/.test(file)) loaded.add(file);
  });
  const marks = page.waitForResponse(/\/board\.[^/]*\.js$/);
  await page.goto('/kerberos/kerberos-checklist/');
  await marks;
  await page.waitForLoadState('networkidle');
  const bytes = [...loaded].reduce((sum, file) => sum + gzipped(ROOT, file), 0);
  console.log(`checklist with its marks: ${bytes} bytes`);
  expect(bytes).toBeLessThanOrEqual(CHECKLIST_BYTES);
});

for (const path of ['/', '/kerberos/krb-ap-err-modified/']) {
  test(`what is weighed of ${path} is what a browser loads`, async ({ page }) => {
    const loaded = new Set<string>();
    page.on('response', (response) => {
      const file = fileFor(ROOT, new URL(response.url()).pathname);
      if (file && /\.(html|css|js)$/.test(file)) loaded.add(file);
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const weighed = builtPages(ROOT).filter((built) => built.path === path);
    expect([...loaded].sort()).toEqual(weighed.flatMap((built) => loadedBy(ROOT, built)).sort());
  });
}

test('the first part of the worker stays within 15 kB', () => {
  const first = workerParts().find((file) => file.includes('/worker-'));
  const bytes = withImports(ROOT, first ?? '').reduce((sum, file) => sum + gzipped(ROOT, file), 0);
  console.log(`worker: ${bytes} bytes before anything is recognised`);
  expect(bytes).toBeLessThanOrEqual(WORKER_BYTES);
});

test('no part of the worker is heavier than the one that reads tokens may be', () => {
  const heavy = workerParts()
    .map((file) => [file, gzipped(ROOT, file)] as const)
    .sort((a, b) => b[1] - a[1]);
  for (const [file, bytes] of heavy.slice(0, 6)) console.log(`  ${bytes} bytes ${file}`);
  expect(heavy.filter(([, bytes]) => bytes > TOKENS_BYTES)).toEqual([]);
});

/** The scripts of the worker: their names have a dash before the hash, those of pages a dot. */
function workerParts(): string[] {
  return builtFiles(ROOT).filter((file) => /^\/_astro\/[\w-]+-[\w-]{8}\.js$/.test(file));
}

function weigh(page: BuiltPage): { path: string; bytes: number } {
  const bytes = loadedBy(ROOT, page).reduce((sum, file) => sum + gzipped(ROOT, file), 0);
  return { path: page.path, bytes };
}
