/** The story of a log: filters, the ladder of an attempt, and what can be taken along. */
import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { parse } from 'yaml';
import {
  expect,
  fitsItsWidth,
  founding,
  NTLM_ROWS,
  openViews,
  paste,
  pasteArea,
  result,
  test,
} from './guide.ts';

/** Six attempts of four clients; 192.0.2.44 has a wrong password at /app/. */
const { paste: BUSY } = parse(readFileSync('content/samples/busy-log.yaml', 'utf8')) as {
  paste: string;
};
const WRONG = '192.0.2.44';

const log = (page: Page) => page.getByRole('region', { name: 'Log', exact: true });
const filters = (page: Page) => log(page).getByRole('list', { name: 'Filters' });
const said = (page: Page) => log(page).locator('.filter-said');
const rows = (page: Page) => page.getByRole('region', { name: 'Log rows' }).getByRole('row');
const attempts = (page: Page) => log(page).locator('.attempt');
const named = (page: Page, kind: string, name: string) =>
  log(page).getByRole('region', { name: kind }).getByRole('button', { name, exact: true });

async function busy(page: Page): Promise<void> {
  await page.goto('/');
  await paste(page, BUSY);
}

test('the summary says what failed, and how many 401s are healthy', async ({ page }) => {
  await busy(page);
  await expect(log(page)).toContainText('8 of 13 401s belong to 5 handshakes that ended well.');
  await expect(log(page)).toContainText(
    `by ${WRONG} with Edge 141 on Windows at /app/, 1 attempt from 08:15:06 to 08:15:21 UTC.`,
  );
});

test('a name shows only its own attempts and rows, and is announced', async ({ page }) => {
  await busy(page);
  await expect(rows(page)).toHaveCount(19);
  await named(page, 'Clients', WRONG).click();
  await expect(said(page)).toHaveText(`Shown: 1 of 6 attempts, client ${WRONG}.`);
  await expect(attempts(page)).toHaveCount(1);
  await expect(rows(page)).toHaveCount(1 + 5);
  await expect(log(page).getByRole('heading', { name: 'When' })).toHaveCount(0);
  const chip = filters(page).getByRole('button', { name: `Remove client ${WRONG}` });
  await expect(chip).toBeFocused();
  await chip.click();
  await expect(said(page)).toHaveText('Shown: all attempts.');
  await expect(rows(page)).toHaveCount(19);
});

test('filters narrow each other by keyboard, and go away together', async ({ page }) => {
  await busy(page);
  await named(page, 'Resources', '/app/').focus();
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Shown: 3 of 6 attempts, resource /app/.');
  await log(page)
    .getByRole('button', { name: 'accepted after two 401s (NTLM)', exact: true })
    .focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toContainText('Shown: 2 of 6 attempts');
  await expect(filters(page).getByRole('button')).toHaveCount(3);
  await filters(page).getByRole('button', { name: 'Remove all filters' }).press('Enter');
  await expect(said(page)).toHaveText('Shown: all attempts.');
  await expect(filters(page)).toBeHidden();
});

test('a moment is chosen in the table by keyboard, or in the chart', async ({ page }) => {
  await busy(page);
  const chart = log(page).getByRole('img', { name: /^Attempts by time from 08:15:02 to / });
  await expect(chart).toBeVisible();
  await log(page).getByText('The same as a table').press('Enter');
  await log(page).getByRole('button', { name: '08:15:03', exact: true }).press('Enter');
  await expect(said(page)).toContainText(
    'Shown: 1 of 6 attempts, from 2026-03-02 08:15:03 to before 2026-03-02 08:15:04.',
  );
  await filters(page).getByRole('button').press('Enter');
  await chart.locator('g').first().click();
  await expect(said(page)).toContainText('Shown: 2 of 6 attempts, from 2026-03-02 08:15:02');
});

test('an attempt is drawn as a ladder that leads to its rows', async ({ page }) => {
  await busy(page);
  const ladder = log(page).locator('.ladder');
  await expect(ladder).toHaveCount(1);
  const rungs = ladder.getByRole('listitem');
  await expect(rungs).toHaveCount(10);
  await expect(rungs.nth(0)).toContainText(`${WRONG} to server:GET /app/`);
  await expect(rungs.nth(5)).toContainText('401.1 2148074252');
  await expect(rungs.nth(5)).toContainText('SEC_E_LOGON_DENIED, +0 s, took 18 ms');
  await expect(rungs.nth(7)).toContainText('+15 s');
  await rungs
    .nth(5)
    .getByRole('button', { name: /^line / })
    .click();
  expect(await selected(page)).toContain(`${WRONG} `);
  expect(await selected(page)).toMatch(/ 401 1 2148074252 18$/);

  await attempts(page).nth(1).press('Enter');
  await expect(ladder).toHaveCount(2);
  await attempts(page).nth(1).press('Enter');
  await expect(attempts(page).nth(1)).toHaveAttribute('aria-expanded', 'false');
  await expect(ladder.nth(1)).toBeHidden();
});

test('a log of one handshake is not drowned in charts', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await expect(log(page).locator('.ladder')).toBeVisible();
  await expect(log(page).locator('.columns, .outcome-bar, .top-lists')).toHaveCount(0);
});

test('what a client that was refused for long did again and again is drawn once', async ({
  page,
}) => {
  const [head = '', , refused = ''] = NTLM_ROWS.split('\n');
  const denied = refused.replace('2148074254', '2148074252');
  await page.goto('/');
  await paste(
    page,
    [head, ...Array.from({ length: 40 }, () => [refused, denied]).flat()].join('\n'),
  );
  const rungs = log(page).locator('.ladder').getByRole('listitem');
  await expect(rungs).toHaveCount(2 * 2 + 1);
  await expect(rungs.last()).toHaveText('The same 39 more times, the last at +0 s, line 81.');
});

test('attempts that are alike are drawn once, and the others behind a button', async ({ page }) => {
  const [head = '', offer = ''] = NTLM_ROWS.split('\n');
  await page.goto('/');
  await paste(page, [head, ...Array.from({ length: 5 }, () => offer)].join('\n'));
  await expect(attempts(page)).toHaveCount(1);
  await log(page)
    .getByRole('button', { name: /^The same 4 more times, until / })
    .click();
  await expect(attempts(page)).toHaveCount(5);
  await expect(attempts(page).nth(1)).toBeFocused();
});

test('a log without a 401 has rows to take along and no story', async ({ page }) => {
  await page.goto('/');
  await paste(
    page,
    NTLM_ROWS.split('\n')
      .filter((line) => !line.includes('401'))
      .join('\n'),
  );
  await expect(log(page)).toContainText('1 row in W3C format, 0 of them 401.');
  await expect(log(page).locator('.story')).toHaveCount(0);
});

test('rows and everything are saved as files', async ({ page }) => {
  await busy(page);
  await named(page, 'Clients', WRONG).click();
  await expect(attempts(page)).toHaveCount(1);

  const csv = await saved(page, 'Rows (CSV)');
  expect(csv.name).toBe('log-401.csv');
  expect(csv.text.split('\r\n')).toHaveLength(1 + 5 + 1);
  expect(csv.text).toContain(
    `,2026-03-02T08:15:06Z,${WRONG},,GET,/app/,401,1,2148074252,Logon failed,SEC_E_LOGON_DENIED,18,\r\n`,
  );

  const json = await saved(page, 'Everything (JSON)');
  const whole = JSON.parse(json.text) as { rows: number; story: { attempts: number } };
  expect([whole.rows, whole.story.attempts]).toEqual([19, 6]);
});

test('a copy takes the same, and the warning stands by', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await busy(page);
  const copy = log(page).getByRole('button', { name: 'Copy Rows (CSV)' });
  await expect(copy).toHaveAccessibleDescription(/^User names and addresses are in there/);
  await copy.click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`,${WRONG},,GET,/app/,401,1,2148074252,`);
});

test('what a log names never becomes markup', async ({ page }) => {
  await page.goto('/');
  const hostile = NTLM_ROWS.replaceAll('/app/', '/<img/src=x/onerror=alert(1)>');
  await paste(page, `${hostile}\n${NTLM_ROWS.split('\n').slice(1).join('\n')}`);
  await expect(named(page, 'Resources', '/<img/src=x/onerror=alert(1)>')).toBeVisible();
  await expect(result(page).locator('img:not([role])')).toHaveCount(0);
});

test('a filter asked of a paste that is gone changes nothing', async ({ page }) => {
  await busy(page);
  const name = await named(page, 'Clients', WRONG).evaluateHandle((button) => button);
  await pasteArea(page).fill(founding('never-answered.log'));
  await openViews(page);
  await expect(log(page)).not.toContainText(WRONG);
  await name.evaluate((button: HTMLElement) => {
    button.click();
  });
  await page.waitForTimeout(300);
  await expect(log(page)).not.toContainText(WRONG);
  await expect(said(page)).toHaveText('');
});

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 740 } });

  test('the story fits, whole, filtered and with a ladder', async ({ page }) => {
    await busy(page);
    await log(page).getByText('The same as a table').click();
    await expect(log(page).locator('.ladder')).toBeVisible();
    expect(await fitsItsWidth(page)).toBe(true);
    await named(page, 'Clients', WRONG).click();
    await expect(attempts(page)).toHaveCount(1);
    expect(await fitsItsWidth(page)).toBe(true);
  });
});

async function saved(page: Page, label: string): Promise<{ name: string; text: string }> {
  const button: Locator = log(page).getByRole('button', { name: `Save ${label}` });
  const waiting: Promise<Download> = page.waitForEvent('download');
  await button.click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function selected(page: Page): Promise<string> {
  return pasteArea(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
}
