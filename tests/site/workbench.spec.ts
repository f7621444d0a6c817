/** The first page beside a result: one view of evidence, verdict and checks. */
import type { Locator, Page } from '@playwright/test';
import { violationsOf } from './axe.ts';
import {
  articleLink,
  expect,
  fitsItsWidth,
  NTLM_ROWS,
  openViews,
  paste,
  pasteArea,
  result,
  sentence,
  test,
  verdict,
} from './guide.ts';

const SAMPLES = [
  ...['normal-ntlm', 'busy-log', 'never-answered'],
  ...['negotiate-kerberos', 'negotiate-spnego-ntlm', 'krb-error-modified'],
];

const card = (page: Page) => result(page).locator('.verdict');
const places = (page: Page) => card(page).locator('.quotes').getByRole('button');
const pieces = (page: Page) => page.getByRole('list', { name: 'Evidence in this case' });
const checks = (page: Page) => page.getByRole('region', { name: 'Checks' });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

async function sample(page: Page, id: string): Promise<void> {
  await page.goto(`/?sample=${id}`);
  await expect(verdict(page)).toBeVisible();
}

/** A paste beside every field. */
async function pasteBeside(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const init = { clipboardData, bubbles: true, cancelable: true };
    (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', init));
  }, text);
}

async function edges(locator: Locator): Promise<{ top: number; bottom: number }> {
  const box = await locator.boundingBox();
  return { top: box?.y ?? NaN, bottom: (box?.y ?? NaN) + (box?.height ?? NaN) };
}

test.describe('1366 by 657', () => {
  test.use({ viewport: { width: 1366, height: 657 } });

  for (const id of SAMPLES) {
    test(`the whole verdict of ${id} is in view, with its proof and its article`, async ({
      page,
    }) => {
      await sample(page, id);
      const { top, bottom } = await edges(card(page));
      expect(top).toBeLessThan(80);
      expect(bottom).toBeLessThanOrEqual(657);
      await expect(places(page).first()).toBeInViewport();
      await expect(articleLink(page)).toBeInViewport();
      await expect(checks(page).getByRole('heading')).toHaveText(/^\d+ of 17 checks settled$/);
      await expect(checks(page).getByRole('heading')).toBeInViewport();
      await expect(pieces(page)).toBeInViewport();
      await expect(page.getByText('Paste what you have')).not.toBeInViewport();
    });
  }

  test('the rails stay while the middle is scrolled', async ({ page }) => {
    await sample(page, 'busy-log');
    await openViews(page);
    await page.mouse.wheel(0, 1500);
    await expect(card(page)).not.toBeInViewport();
    await expect(pieces(page)).toBeInViewport();
    await expect(checks(page).getByRole('heading')).toBeInViewport();
  });

  test('a check says its state, the letters that prove it, and which is next', async ({ page }) => {
    await sample(page, 'krb-error-modified');
    const items = checks(page).getByRole('listitem');
    await expect(items).toHaveCount(17);
    await expect(items.nth(0)).toContainText('Kerberos was sent, passed, by A');
    await expect(items.nth(12)).toContainText('Owner decrypts, failed');
    await expect(items.nth(12)).toHaveAttribute('aria-current', 'step');
    await expect(items.nth(2)).toContainText('Browser may answer, open');
  });
});

test('a proof shows its line, and Escape goes back to it', async ({ page }) => {
  await sample(page, 'busy-log');
  await expect(pasteArea(page)).toBeHidden();
  const place = places(page).nth(2);
  await expect(place).toHaveText('A:18');
  await place.focus();
  await page.keyboard.press('Enter');
  await expect(pasteArea(page)).toBeFocused();
  const shown = await pasteArea(page).evaluate((area: HTMLTextAreaElement) => ({
    line: area.value.slice(0, area.selectionStart).split('\n').length,
    text: area.value.slice(area.selectionStart, area.selectionEnd),
  }));
  expect(shown).toEqual({ line: 18, text: '401 1 2148074252' });
  // The mark is there, in view, and stays without the pointer.
  const mark = page.locator('.mirror mark.strong');
  await expect(mark).toHaveText('401 1 2148074252');
  const area = await edges(pasteArea(page));
  const marked = await edges(mark);
  expect(marked.top).toBeGreaterThanOrEqual(area.top);
  expect(marked.bottom).toBeLessThanOrEqual(area.bottom);
  await page.keyboard.press('Escape');
  await expect(pasteArea(page)).toBeHidden();
  await expect(place).toBeFocused();
});

test('a proof quotes its line as it is in the evidence', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const quote = card(page).locator('.quotes li').first();
  await expect(quote).toContainText('A:2');
  await expect(quote.locator('code')).toContainText('2026-11-20 03:12:44 10.0.0.12 GET /app/');
  await expect(quote.locator('mark')).toHaveText('401 2 5');
});

test('a paste beside every field adds a piece, and the verdict is told anew', async ({ page }) => {
  await sample(page, 'negotiate-kerberos');
  await pasteBeside(page, '401.3');
  await expect(pieces(page).getByRole('listitem')).toHaveCount(2);
  await expect(pieces(page)).toContainText('B');
  const said = page.locator('.announcement');
  await expect(said).toContainText(/^B: code, 1 line\. .*\d+ of 17 checks settled\.$/);
  await expect(pasteArea(page)).toBeHidden();
});

test('the first paste needs no field either', async ({ page }) => {
  await page.goto('/');
  await pasteBeside(page, NTLM_ROWS);
  await expect(articleLink(page)).toHaveAttribute('href', '/start/normal-401-sequence/');
});

test('a paste into the search is left to it', async ({ page }) => {
  await sample(page, 'normal-ntlm');
  await page.keyboard.press('/');
  const box = page.getByRole('searchbox', { name: 'Search the guide' });
  await expect(box).toBeFocused();
  await pasteBeside(page, '401.3');
  await page.keyboard.press('Escape');
  await expect(pieces(page).getByRole('listitem')).toHaveCount(1);
});

test('what is removed or forgotten can be brought back', async ({ page }) => {
  await sample(page, 'negotiate-kerberos');
  const said = await sentence(page);
  await pasteBeside(page, '401.3');
  await expect(pieces(page).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove B: code' }).click();
  await expect(pieces(page).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^View A:/ })).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(pieces(page).getByRole('listitem')).toHaveCount(2);

  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(result(page)).toBeHidden();
  await expect(pasteArea(page)).toHaveValue('');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(pieces(page).getByRole('listitem')).toHaveCount(2);
  await expect(verdict(page)).toBeVisible();
  await page.getByRole('button', { name: 'Remove B: code' }).click();
  await expect.poll(() => sentence(page)).toBe(said);
});

test('the first tab stops skip to the verdict', async ({ page }) => {
  await sample(page, 'busy-log');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the verdict' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy for a ticket' })).toBeFocused();
});

test('a ticket has the verdict, its proof and the next commands, with names masked', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await sample(page, 'krb-error-modified');
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  await expect(preview(page)).toContainText('## Proof');
  const masked = await preview(page).innerText();
  expect(masked).toContain('Failure: KRB\\_AP\\_ERR\\_MODIFIED');
  expect(masked).toContain('`setspn -Q HTTP/host-1.example`');
  expect(masked).toContain('/kerberos/krb-ap-err-modified/>');
  expect(masked).toMatch(/401 Field Guide \d+\.\d+\.\d+, \d{4}-\d\d-\d\d/);
  expect(masked).not.toMatch(/contoso|svc-portal/i);
  // No token, whole or in part.
  expect(masked).not.toMatch(/[\w+/]{40,}/);

  const panel = page.getByRole('region', { name: 'Copy for a ticket' });
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'HTTP/host-1.example',
  );

  await panel.getByRole('radio', { name: 'JSON' }).check();
  const document = JSON.parse(await preview(page).innerText()) as { verdict: string };
  expect(document.verdict).toContain('KRB_AP_ERR_MODIFIED: account-1 got a ticket');
  await panel.getByRole('checkbox', { name: 'Mask names' }).uncheck();
  await panel.getByRole('radio', { name: 'Text' }).check();
  await expect(preview(page)).toContainText('setspn -Q HTTP/portal.contoso.com');

  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copy for a ticket' })).toBeFocused();
});

test('without a clipboard a ticket is copied by selection', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await sample(page, 'busy-log');
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  const panel = page.getByRole('region', { name: 'Copy for a ticket' });
  await panel.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('what nobody recognises is called what it looks like, and the guide is searched on request', async ({
  page,
}) => {
  await page.goto('/');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await pasteBeside(page, 'The browser keeps asking for a password since Monday.');
  await expect(verdict(page)).toHaveText('Nothing in this text was recognised.');
  await expect(card(page)).toContainText('It looks like a description in words.');
  expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);
  await page.getByRole('button', { name: 'Search the guide for these words' }).click();
  await expect(card(page).locator('.guide-hits .hit').first()).toBeVisible();
  await expect(card(page).locator('.guide-hits')).toContainText(/password/i);
});

test('a picture from the clipboard is told, and the case stays', async ({ page }) => {
  await sample(page, 'normal-ntlm');
  const said = await sentence(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
    clipboardData.items.add(new File([png], 'image.png', { type: 'image/png' }));
    const init = { clipboardData, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new ClipboardEvent('paste', init));
  });
  await expect(page.locator('.undo')).toContainText('image.png is a picture');
  expect(await sentence(page)).toBe(said);
});

test.describe('360 by 740', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('one tap leads to the proof, the next step and the checks', async ({ page }) => {
    await sample(page, 'busy-log');
    const bar = page.getByRole('navigation', { name: 'In this result' });
    await expect(verdict(page)).toBeInViewport();
    for (const [name, target] of [
      ['Checks 1 of 17', checks(page).getByRole('heading')],
      ['Proof', places(page).first()],
      ['Next step', card(page).locator('.next .command').first()],
    ] as const) {
      await bar.getByRole('link', { name }).click();
      await expect(target).toBeInViewport();
      await expect(bar).toBeInViewport();
    }
    expect(await fitsItsWidth(page)).toBe(true);
  });
});

for (const [name, options] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
] as const) {
  test(`the workbench has no violation in the ${name} theme, at any width`, async ({ page }) => {
    await page.emulateMedia(options);
    for (const width of [1366, 768, 320]) {
      await page.setViewportSize({ width, height: 740 });
      await sample(page, 'krb-error-modified');
      expect(await fitsItsWidth(page)).toBe(true);
      if (width === 768) {
        await page.getByRole('button', { name: 'Copy for a ticket' }).click();
        await expect(preview(page)).toBeVisible();
      }
      expect(await violationsOf(page)).toEqual([]);
    }
  });
}
