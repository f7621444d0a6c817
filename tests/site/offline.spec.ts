/** After one visit the whole guide works without a network; a newer one waits until it is wanted. */
import { createHash } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { builtFiles, read } from './built.ts';
import { articleLink, expect, hits, NTLM_ROWS, paste, search, test, verdict } from './guide.ts';
import { PLACES, ROOT } from './places.ts';
import { serveFiles } from './static-server.ts';

test.use({ serviceWorkers: 'allow' });

for (const place of PLACES) {
  const at = (path: string) => place.origin + place.base + path.slice(1);

  test(`after one visit to ${place.base}, everything works with the network cut`, async ({
    page,
    context,
  }) => {
    await visit(page, at('/'));
    await context.setOffline(true);

    await page.goto(at('/'));
    await paste(page, NTLM_ROWS);
    await expect(verdict(page)).toContainText('10.0.0.81');
    await articleLink(page).click();
    await expect(page).toHaveURL(at('/start/normal-401-sequence/'));
    await expect(page.getByRole('article')).toBeVisible();

    await search(page, 'SEC_E_WRONG_PRINCIPAL');
    await hits(page).first().click();
    await expect(page.locator(':target')).toContainText('SEC_E_WRONG_PRINCIPAL');

    await page.goto(at('/kerberos/kerberos-checklist/'));
    await expect(page.getByRole('radio', { name: 'Passed' }).first()).toBeVisible();

    await page.goto(at('/?sample=busy-log'));
    await expect(verdict(page)).toBeVisible();
  });
}

test.describe('a wrong address', () => {
  test.use({ expectedNoise: [/404/] });

  test('has its page with the network cut', async ({ page, context }) => {
    await visit(page, '/');
    await context.setOffline(true);
    const answer = await page.goto('/kerberos/no-such-page/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('404.0: no such page');
  });
});

test('every page, script, style, font and part of the index is kept, and nothing else', async ({
  page,
}) => {
  await visit(page, '/');
  await paste(page, NTLM_ROWS);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const [cache] = await Promise.all(names.map((name) => caches.open(name)));
    return (await (cache ?? new Cache()).keys()).map(({ url }) => new URL(url).pathname);
  });
  const wanted = builtFiles(ROOT)
    .filter((file) => /\.(html|js|css|woff2|pf_\w+|pagefind)$|pagefind-entry/.test(file))
    .filter((file) => !/^\/pagefind\/pagefind-.*ui\.|highlight|^\/sw\.js|^\/downloads\//.test(file))
    .map((file) => file.replace(/\/index\.html$/, '/'));
  expect(wanted.filter((file) => !kept.includes(file))).toEqual([]);
  const built = builtFiles(ROOT).map((file) => file.replace(/\/index\.html$/, '/'));
  expect(kept.filter((file) => !built.includes(file))).toEqual([]);
});

test('a newer guide is offered; the old one works whole until its button is pressed', async ({
  page,
  context,
}) => {
  const server = await serveFiles(ROOT);
  const start = `http://127.0.0.1:${server.port}/`;
  await visit(page, start);

  const html = read(ROOT, '/index.html').replace('Why did IIS answer 401?', 'A newer guide');
  server.changed.set('/index.html', html);
  server.changed.set('/sw.js', newerWorker(html));
  await page.goto(start);
  const note = page.locator('.update-note');
  await expect(note).toContainText('A newer version of this guide is available.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why did IIS answer 401?');
  await paste(page, NTLM_ROWS);

  const other = await openOther(context, start);
  await note.getByRole('button', { name: 'Reload with it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A newer guide');
  await expect(note).toHaveCount(0);
  // The other tab keeps what was pasted there.
  await expect(verdict(other)).toBeVisible();
  await expect(other.locator('.update-note')).toContainText('updated in another tab');
  server.close();
});

test.describe('while the server is being updated', () => {
  test.use({ expectedNoise: [/ServiceWorker|Failed/] });

  test('files of two versions are never mixed', async ({ page, context }) => {
    const server = await serveFiles(ROOT);
    server.changed.set('/articles/index.html', '<h1>Of another version</h1>');
    const start = `http://127.0.0.1:${server.port}/`;
    await page.goto(start);
    const state = await page.evaluate(async () => {
      const { installing } = (await navigator.serviceWorker.getRegistration()) ?? {};
      if (!installing) return 'none';
      return new Promise<string>((resolve) => {
        installing.addEventListener('statechange', () => {
          resolve(installing.state);
        });
      });
    });
    expect(['redundant', 'none']).toContain(state);
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    await context.close();
    server.close();
  });
});

/** Opens a page and waits until the guide is kept and answers for itself. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

async function openOther(context: BrowserContext, url: string): Promise<Page> {
  const other = await context.newPage();
  await other.goto(url);
  await paste(other, NTLM_ROWS);
  return other;
}

/** The built service worker as it would be for another first page. */
function newerWorker(html: string): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
  const worker = read(ROOT, '/sw.js');
  const before = hash(read(ROOT, '/index.html'));
  expect(worker).toContain(before);
  const [, version = ''] = /[a-z]\+"([\da-f]{16})"/.exec(worker) ?? [];
  expect(version).not.toBe('');
  return worker.replace(before, hash(html)).replaceAll(version, hash(version));
}
