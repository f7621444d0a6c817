/** The guide in one file, opened from a disk with the network cut, and the page that offers it. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { DOWNLOADS } from '../../src/one-file/downloads.ts';
import { builtFiles, builtPages, read } from './built.ts';
import {
  articleLink,
  expect,
  hits,
  NTLM_ROWS,
  paste,
  pasteArea,
  result,
  search,
  test,
  verdict,
} from './guide.ts';
import { PLACES, ROOT, SUBPATH } from './places.ts';

const onDisk = (file: string, place = ROOT) => pathToFileURL(resolve(place.dist, file)).href;
const FILE = onDisk(`downloads/${DOWNLOADS.file}`);

test.describe('from a disk, with the network cut', () => {
  const asked: string[] = [];

  test.beforeEach(async ({ page, context }) => {
    await context.setOffline(true);
    asked.length = 0;
    context.on('request', (request) => asked.push(request.url()));
    await page.goto(FILE);
  });

  test.afterEach(() => {
    const others = asked.filter((url) => !url.startsWith('blob:') && !url.startsWith(FILE));
    expect(others).toEqual([]);
  });

  test('a paste is decoded, its article opens, and the case is still there after it', async ({
    page,
  }) => {
    await paste(page, NTLM_ROWS);
    await expect(verdict(page)).toContainText('10.0.0.81');
    await articleLink(page).click();
    await expect(page).toHaveURL(`${FILE}#/start/normal-401-sequence/`);
    await expect(page.getByRole('article')).toBeVisible();
    await expect(page).toHaveTitle(/401.* \| 401 Field Guide$/);
    await page.getByRole('link', { name: 'Decoder', exact: true }).first().click();
    await expect(verdict(page)).toContainText('10.0.0.81');
  });

  test('two pieces are one case, and a ticket is copied from it', async ({ page }) => {
    await paste(page, NTLM_ROWS);
    await page.getByRole('button', { name: 'Add the next piece' }).click();
    await pasteArea(page).fill('KRB_AP_ERR_MODIFIED');
    await expect(page.locator('.pieces li')).toHaveCount(2);
    await expect(verdict(page)).toBeVisible();
    await result(page).getByRole('button', { name: 'Copy for a ticket' }).click();
    await expect(result(page).locator('.ticket')).toBeVisible();
  });

  test('a large file is read without holding up the page', async ({ page }) => {
    const row = `${NTLM_ROWS.split('\n')[1] ?? ''}\n`;
    const file = test.info().outputPath('u_ex.log');
    writeFileSync(file, `${NTLM_ROWS}\n${row.repeat(200_000)}`);
    const longest = page.evaluate(watchFrames);
    await page.setInputFiles('input[type=file]', file);
    await expect(verdict(page)).toBeVisible();
    await page.evaluate(() => {
      dispatchEvent(new Event('stop-watching'));
    });
    console.log(`longest wait for the page: ${(await longest).toFixed(0)} ms`);
  });

  test('an article is found by its words, and a code by its number', async ({ page }) => {
    await search(page, 'duplicate SPN');
    await hits(page).first().click();
    await expect(page).toHaveURL(`${FILE}#/kerberos/spn-duplicate/`);
    await page.getByRole('link', { name: 'How to fix it' }).first().click();
    await expect(page.locator('#how-to-fix-it')).toBeInViewport();
    await search(page, '80090322');
    await hits(page).first().click();
    await expect(page.locator('.is-target')).toContainText('SEC_E_WRONG_PRINCIPAL');
  });

  test('the checklist is marked, and codes are looked up', async ({ page }) => {
    const menu = page.getByRole('navigation', { name: 'Site' });
    await menu.getByRole('link', { name: 'Checklist' }).click();
    await page.getByRole('radio', { name: 'Passed' }).first().check();
    await expect(page.getByText(/1 of 17/).first()).toBeVisible();
    await menu.getByRole('link', { name: 'Codes' }).click();
    await expect(menu.getByRole('link', { name: 'Codes' })).toHaveAttribute('aria-current', 'page');
    await page.locator('code-lookup input').fill('2148074254');
    await page.locator('code-lookup ol a').first().click();
    await expect(page.locator('.is-target')).toContainText('SEC_E_NO_CREDENTIALS');
  });

  test('a sample opens from its article', async ({ page }) => {
    await page.goto(`${FILE}#/start/normal-401-sequence/`);
    await page.getByRole('link', { name: 'Open in the decoder' }).first().click();
    await expect(verdict(page)).toBeVisible();
  });

  test('every page can be read, and no link leads nowhere', async ({ page }) => {
    const paths = builtPages(ROOT)
      .map(({ path }) => path)
      .filter((path) => !path.startsWith('/download'));
    const found = await page.evaluate((all) => {
      const templates = [...document.querySelectorAll<HTMLTemplateElement>('template[data-path]')];
      const stored = new Map(templates.map(({ dataset, content }) => [dataset.path, content]));
      const links = templates.flatMap(({ content }) =>
        [...content.querySelectorAll('a[href^="#/"], a[href^="/"]')].map(
          (link) => link.getAttribute('href') ?? '',
        ),
      );
      return {
        missing: all.filter((path) => !stored.get(path)?.querySelector('h1')),
        broken: links.filter((link) => {
          const [, path, , anchor] = /^#(\/[^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(link) ?? [];
          const content = stored.get(path ?? '');
          return !content || (anchor && !content.getElementById(decodeURIComponent(anchor)));
        }),
      };
    }, paths);
    expect(found).toEqual({ missing: [], broken: [] });
  });
});

for (const place of PLACES) {
  test.describe(`the site built for ${place.base}, opened from a disk`, () => {
    test.use({ expectedNoise: [/./], javaScriptEnabled: false });

    test('says that it needs a server, and leads to the one file', async ({ page }) => {
      for (const file of ['index.html', 'kerberos/spn-duplicate/index.html']) {
        await page.goto(onDisk(file, place));
        const note = page.getByText('the site needs a web server');
        await expect(note).toBeVisible();
        const link = note.getByRole('link');
        expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(
          onDisk(`downloads/${DOWNLOADS.file}`, place),
        );
      }
    });
  });
}

test('from a server the note is not seen', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('the site needs a web server')).toBeHidden();
});

for (const place of PLACES) {
  test(`the page of ${place.base} states size and SHA-256 of both downloads`, async ({ page }) => {
    await page.goto(place.origin + place.base);
    await page.getByRole('link', { name: 'Take it with you' }).click();
    for (const name of Object.values(DOWNLOADS)) {
      const bytes = readFileSync(`${place.dist}/downloads/${name}`);
      const section = page.locator('section', { hasText: name });
      await expect(section).toContainText(createHash('sha256').update(bytes).digest('hex'));
      await expect(section).toContainText(`${(bytes.length / 1_000_000).toFixed(1)} MB`);
      const answer = await page.request.get(`${place.origin}${place.base}downloads/${name}`);
      expect((await answer.body()).equals(bytes)).toBe(true);
    }
  });
}

test('the archive has every file of the site, and its service worker fits them', async () => {
  const bytes = readFileSync(`${SUBPATH.dist}/downloads/${DOWNLOADS.zip}`);
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const names = entries.map(({ filename }) => `/${filename}`);
  const wanted = builtFiles(SUBPATH).filter((file) => !file.endsWith('.zip'));
  expect(names.sort()).toEqual(wanted.sort());
  expect(names).toContain('/web.config');
  // The page in it does not name the archive, so both differ from those on the server.
  const textOf = async (name: string) => {
    const entry = entries.find(({ filename }) => filename === name);
    if (!entry || entry.directory) throw new Error(`There is no ${name}.`);
    return Buffer.from(await entry.arrayBuffer()).toString();
  };
  const page = await textOf('download/index.html');
  expect(page).not.toContain(DOWNLOADS.zip);
  const hash = createHash('sha256').update(page).digest('hex').slice(0, 16);
  expect(await textOf('sw.js')).toContain(`"download/":"${hash}"`);
  expect(read(SUBPATH, '/sw.js')).not.toContain(hash);
});

/** Resolves with the longest time in which the page drew nothing, in milliseconds. */
function watchFrames(): Promise<number> {
  return new Promise((resolve) => {
    let longest = 0;
    let last = performance.now();
    let isOver = false;
    addEventListener('stop-watching', () => {
      isOver = true;
    });
    const drawn = (now: number) => {
      longest = Math.max(longest, now - last);
      last = now;
      if (isOver) resolve(longest);
      else requestAnimationFrame(drawn);
    };
    requestAnimationFrame(drawn);
  });
}
