/** Over plain http there is no service worker: what the decoder needs is loaded before it is needed. */
import { BROWSER_ARGS, rememberedBrowser } from './browser.ts';
import { expect, NTLM_ROWS, openViews, paste, pasteArea, result, test, verdict } from './guide.ts';
import { ROOT } from './places.ts';
import { serveFiles } from './static-server.ts';

const HOST = 'guide.test';
/** Milliseconds without an answer after which everything has come. */
const QUIET = 4_000;

test.use({
  launchOptions: {
    ...rememberedBrowser(),
    args: [...BROWSER_ARGS, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  },
});

test('over plain http the decoder works when the network goes away after loading', async ({
  page,
  context,
}) => {
  const server = await serveFiles(ROOT);
  let lastAnswer = Infinity;
  page.on('response', () => (lastAnswer = Date.now()));
  await page.goto(`http://${HOST}:${server.port}/`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.waitForResponse(/\/_astro\/events-panel\./);
  await page.waitForResponse(/\/_astro\/zip-/);
  await expect.poll(() => Date.now() - lastAnswer).toBeGreaterThan(QUIET);
  await context.setOffline(true);
  server.close();

  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await paste(page, NTLM_ROWS);
  await openViews(page);
  await expect(verdict(page)).toBeVisible();
  await page.getByText('Ask the same of a whole farm').click();
  await expect(result(page).getByRole('combobox').first()).toBeVisible();
  await page.getByRole('button', { name: 'Add the next piece' }).click();
  await pasteArea(page).fill('Current LogonId is 0:0x3e7\n\nCached Tickets: (0)\n');
  await expect(page.locator('.pieces li')).toHaveCount(2);
  await expect(page.locator('.pieces')).toContainText('klist');
  expect(requests).toEqual([]);
});
