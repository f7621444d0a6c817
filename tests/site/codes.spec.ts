/** The code reference: every row whole on the page of its family, found from the overview. */
import { DomUtils } from 'htmlparser2';
import { codeAnchor, codeReference, familyPath } from '../../src/core/codes/anchor.ts';
import { spellings } from '../../src/core/codes/spellings.ts';
import { ROWS } from '../../src/core/codes/table.ts';
import type { CodeRow } from '../../src/core/codes/row.ts';
import { builtPages, elements } from './built.ts';
import { expect, test } from './guide.ts';
import { ROOT } from './places.ts';

const PAGES = new Map(builtPages(ROOT).map((page) => [page.path, page.document]));

/** Text of the element with that id on a page; empty where there is none. */
function entry(path: string, id: string): string {
  const document = PAGES.get(path);
  const found = document && elements(document).find(({ attribs }) => attribs.id === id);
  return found ? DomUtils.innerText(found) : '';
}

const label = (row: CodeRow) => `${row.space} ${row.code} ${row.name}`;

test('every code stands on the page of its family with all that is known of it', () => {
  const incomplete = ROWS.flatMap((row) => {
    const text = entry(familyPath(row.space), codeAnchor(row));
    const upper = text.toUpperCase();
    const wanted = [row.name, row.meaning, row.iis ?? '', ...spellings(row)];
    const missing = wanted.filter((piece) => !upper.includes(piece.toUpperCase()));
    return missing.length > 0 ? [`${label(row)}: ${missing.join(', ')}`] : [];
  });
  expect(incomplete).toEqual([]);
});

test('a derived meaning says so in words, and no other does', () => {
  const wrong = ROWS.filter((row) => {
    const text = entry(familyPath(row.space), codeAnchor(row));
    return text.includes('Derived') !== (row.basis === 'derived' && row.iis !== undefined);
  });
  expect(wrong.map(label)).toEqual([]);
});

test('every code has its line on the overview, under its anchor of old', () => {
  const missing = ROWS.filter((row) => !entry('/reference/codes/', codeAnchor(row)));
  expect(missing.map(label)).toEqual([]);
});

for (const anchor of ['http-401-2', 'win32-1326', 'sspi-8009030e', 'event-kdcsvc-201']) {
  const row = ROWS.find((candidate) => codeAnchor(candidate) === anchor);
  test(`the old address of ${anchor} leads to its entry`, async ({ page }) => {
    expect(row).toBeDefined();
    await page.goto(`/reference/codes/#${anchor}`);
    if (row) await expect(page).toHaveURL(codeReference(row));
    await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
  });
}

test('the old address of a family leads to its list', async ({ page }) => {
  await page.goto('/reference/codes/#ntstatus');
  await expect(page).toHaveURL('/reference/codes/#ntstatus');
  await expect(page.getByRole('heading', { level: 3, name: 'NTSTATUS codes' })).toBeInViewport();
});

const LOOK_UPS = [
  ['-2146893042', 'SEC_E_NO_CREDENTIALS'],
  ['401 1 2148074252', 'SEC_E_LOGON_DENIED'],
  ['0xc000006d', 'STATUS_LOGON_FAILURE'],
  ['PRINCIPAL_UNK', 'KDC_ERR_C_PRINCIPAL_UNKNOWN'],
] as const;

for (const [typed, name] of LOOK_UPS) {
  test(`looking up ${typed} shows ${name}`, async ({ page }) => {
    await page.goto('/reference/codes/');
    await page.getByLabel('Look up a code').fill(typed);
    const search = page.getByRole('search', { name: 'Codes' });
    await expect(search.getByRole('status')).toHaveText(/^\d+ codes?$/);
    await expect(search.getByRole('link', { name })).toBeVisible();
  });
}

test('Enter opens the first code that was looked up', async ({ page }) => {
  await page.goto('/reference/codes/');
  await page.getByLabel('Look up a code').fill('0x80090322');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/reference/codes/sspi/#sspi-80090322');
});

test('a look-up that finds nothing says what to try', async ({ page }) => {
  await page.goto('/reference/codes/');
  await page.getByLabel('Look up a code').fill('<img src=x onerror=alert(1)>');
  const search = page.getByRole('search', { name: 'Codes' });
  await expect(search.getByRole('status')).toContainText('No code of this guide.');
  await expect(search.locator('img')).toHaveCount(0);
});

test('nothing of the table is loaded before a key is pressed', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('/reference/codes/', { waitUntil: 'networkidle' });
  const before = scripts.length;
  await page.getByLabel('Look up a code').fill('5');
  await expect(page.getByRole('search').getByRole('status')).toHaveText(/codes/);
  expect(scripts.length).toBeGreaterThan(before);
});
