/** The decoder never goes silent: whatever fails, a sentence says so, and the next paste works. */
import { expect, NTLM_ROWS, pasteArea, result, test, verdict } from './guide.ts';

test.use({ expectedNoise: [/Failed to load resource|ERR_FAILED|Failed to fetch|error loading/i] });

test('a worker that does not load is told, with a way out, and the next paste tries again', async ({
  page,
}) => {
  let isBlocked = true;
  await page.route(/_astro\/worker-.*\.js/, (route) =>
    isBlocked ? route.abort() : route.continue(),
  );
  await page.goto('/');
  await pasteArea(page).fill(NTLM_ROWS);
  await expect(result(page)).toContainText('The decoder could not be started.');
  await expect(page.locator('.announcement')).toContainText('could not be started');
  await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  isBlocked = false;
  await pasteArea(page).fill(`${NTLM_ROWS}\n`);
  await expect(verdict(page)).toBeVisible();
});

test('a reader that does not load is told, and the others still read', async ({ page }) => {
  await page.route(/_astro\/reader-.*\.js/, (route) => route.abort());
  await page.goto('/');
  await pasteArea(page).fill(NTLM_ROWS);
  await expect(result(page)).toContainText('could not be loaded');
  await expect(result(page)).toContainText(/[Rr]eload the page/);
});

test('without the part that concludes, what was read is shown, and the part is told', async ({
  page,
}) => {
  await page.route(/_astro\/conclude-.*\.js/, (route) => route.abort());
  await page.goto('/');
  await pasteArea(page).fill(NTLM_ROWS);
  await expect(verdict(page)).toHaveText('Nothing to conclude. What was read follows.');
  await expect(result(page)).toContainText('draws conclusions could not be loaded');
  await expect(result(page)).toContainText('3 rows');
});

test('a result that cannot be drawn is told', async ({ page }) => {
  await page.route(/_astro\/result\..*\.js/, (route) => route.abort());
  await page.goto('/');
  await pasteArea(page).fill(NTLM_ROWS);
  await expect(result(page)).toContainText('draws the result could not be loaded');
});

test('without storage a paste is decoded all the same', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    }
  });
  await page.goto('/');
  await pasteArea(page).fill(NTLM_ROWS);
  await expect(verdict(page)).toBeVisible();
});

test('without the clipboard a command is copied by selection', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('/');
  await pasteArea(page).fill('0x80090322');
  const copy = result(page).getByRole('button', { name: 'Copy', exact: true }).first();
  await copy.click();
  await expect(result(page).getByRole('button', { name: 'Copied' })).toBeVisible();
});

test('Copied is said for a moment only, however often Copy is pressed', async ({ page }) => {
  await page.goto('/');
  await pasteArea(page).fill('0x80090322');
  const copy = result(page).locator('[data-copy]').first();
  await copy.click();
  await copy.click();
  await expect(copy).toHaveText('Copy');
});

test('a file that holds no text is answered with a sentence', async ({ page }) => {
  await page.goto('/');
  await page.setInputFiles('input[type=file]', [
    {
      name: 'security.evtx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('ElfFile\0\0\0'),
    },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  await expect(result(page)).toContainText('security.evtx is a Windows event log');
  await expect(result(page)).toContainText('empty.txt is empty');
});

test('names cannot turn a verdict around', async ({ page }) => {
  await page.goto('/');
  await pasteArea(page).fill(
    'GET / HTTP/1.1\nHost: a\u202eb\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM\n',
  );
  await expect(verdict(page)).toBeVisible();
  expect(await result(page).innerText()).not.toContain('\u202e');
});

test('six megabytes of base64 get an answer', async ({ page }) => {
  await page.goto('/');
  await page.setInputFiles('input[type=file]', {
    name: 'long.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('QUJD'.repeat(1_500_000)),
  });
  await expect(result(page)).toBeVisible();
  await expect(pasteArea(page)).toHaveAttribute('readonly');
});
