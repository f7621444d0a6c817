/** Large, several and packed log files: read beside the page, with the counts of the whole log. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bigLog } from '../logs/big-log.ts';
import { expect, test } from './guide.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'logs-'));
const RECIPE = { seed: 21, bytes: 12_000_000, refused: 0.1, cut: 0.0005, changed: 0.001 };

/** Writes a generated log and gives its path and its truth. */
function written(name: string, recipe: typeof RECIPE, packed = false) {
  const chunks: string[] = [];
  const log = bigLog(recipe);
  let step = log.next();
  for (; !step.done; step = log.next()) chunks.push(step.value);
  const path = join(FOLDER, name);
  const text = Buffer.from(chunks.join(''));
  writeFileSync(path, packed ? gzipSync(text) : text);
  return { path, truth: step.value };
}

test('a large file becomes an excerpt with the counts of the whole', async ({ page }) => {
  const { path, truth } = written('u_ex260302.log', RECIPE);
  await page.goto('/');
  await page.setInputFiles('input[type=file]', path);
  await expect(page.locator('.verdict-title')).toBeVisible();
  await expect(page.locator('.file-note')).toContainText('u_ex260302.log');
  const size = page.locator('.log .size').first();
  await expect(size).toContainText(truth.rows.toLocaleString('en'));
  await expect(size).toContainText(`${truth.refusals.toLocaleString('en')} of them 401`);
  await expect(page.locator('.problems')).toContainText('could not be read');
  // The proof of the verdict is in the excerpt.
  const excerpt = await page.locator('#paste').inputValue();
  expect(excerpt.length).toBeGreaterThan(10_000);
  expect(excerpt.length).toBeLessThan(1_000_000);
  expect(await page.locator('.mirror mark').count()).toBeGreaterThan(0);
});

test('several files, one of them packed, are read as one log', async ({ page }) => {
  const first = written('u_ex260302.log', { ...RECIPE, bytes: 400_000, cut: 0 });
  const second = written(
    'u_ex260303.log.gz',
    { ...RECIPE, seed: 22, bytes: 300_000, cut: 0 },
    true,
  );
  await page.goto('/');
  await page.setInputFiles('input[type=file]', [second.path, first.path]);
  await expect(page.locator('.file-note')).toContainText('2 files');
  const rows = first.truth.rows + second.truth.rows;
  await expect(page.locator('.log .size').first()).toContainText(rows.toLocaleString('en'));
  expect(await page.locator('#paste').inputValue()).toContain('#Remark: u_ex260302.log');
});

test('a damaged archive is answered with a sentence', async ({ page }) => {
  const path = join(FOLDER, 'broken.log.gz');
  writeFileSync(path, gzipSync(Buffer.from('x'.repeat(10_000))).subarray(0, 20));
  await page.goto('/');
  await page.setInputFiles('input[type=file]', path);
  await expect(page.locator('.file-note')).toHaveText(
    'broken.log.gz is damaged or not a whole gzip file; what is intact was read.',
  );
});

test('reading can be stopped by keyboard', async ({ page }) => {
  const { path } = written('long.log', { ...RECIPE, bytes: 60_000_000, changed: 0.5 });
  await page.goto('/');
  await page.setInputFiles('input[type=file]', path);
  const stop = page.getByRole('button', { name: 'Stop' });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.announcement')).toHaveText('Stopped.');
  await expect(page.locator('.result')).toBeHidden();
  await expect(page.locator('#paste')).toBeFocused();
});
