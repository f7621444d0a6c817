/**
 * One content security policy, said in four places, and pages that keep to it. That nothing
 * violates it while pages are read, decoded and searched is watched in every test (`guide.ts`).
 */
import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { CONTENT_SECURITY_POLICY, POLICY_HEADER } from '../../src/csp.ts';
import { builtFiles, builtPages, elements } from './built.ts';
import { expect, KIND_ROWS, NTLM_ROWS, founding, paste, search, test } from './guide.ts';
import { PLACES, ROOT } from './places.ts';

for (const [kind, path] of KIND_ROWS) {
  test(`${kind} is served with the policy and reports no violation`, async ({ page }) => {
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    expect(answer?.headers()['content-security-policy']).toBe(POLICY_HEADER);
    expect(answer?.headers()['referrer-policy']).toBe('no-referrer');
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
  });
}

test('decoding and searching report no violation', async ({ page, noise }) => {
  await page.goto('/');
  await paste(page, [NTLM_ROWS, founding('cut-header.txt'), '2148074254'].join('\n\n'));
  await page
    .getByRole('button', { name: /^Explain line/ })
    .first()
    .click();
  await search(page, 'SEC_E_NO_CREDENTIALS');
  expect(noise).toEqual([]);
});

test.describe('the watch itself', () => {
  test.use({
    expectedNoise: [
      /policy: (script|style)-src|policy: require-trusted|Content Security Policy|Trusted(Script|HTML)/,
    ],
  });

  test('notices an inline script, an inline style and markup from a text', async ({
    page,
    noise,
  }) => {
    await page.goto('/');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('globalThis.ran = true');
      document.body.append(script);
      try {
        document.body.innerHTML = '';
      } catch {
        // As it should be.
      }
      document.body.setAttribute('style', 'color: red');
    });
    await expect
      .poll(() => noise.join('\n'))
      .toMatch(/policy: require-trusted-types-for[^]*policy: style-src/);
    expect(noise.join('\n')).toContain('TrustedScript');
    expect(await page.evaluate('globalThis.ran')).toBeUndefined();
  });
});

/** No script: a browser reads past it, and the policy does not ask for a hash. */
const DATA_BLOCK = 'application/ld+json';

for (const place of PLACES) {
  test(`every page built for ${place.base} states the policy before anything it governs`, () => {
    for (const { path, document } of builtPages(place)) {
      const all = elements(document);
      const meta = all.findIndex(
        ({ attribs }) => attribs['http-equiv']?.toLowerCase() === 'content-security-policy',
      );
      expect(all[meta]?.attribs.content, path).toBe(CONTENT_SECURITY_POLICY);
      const first = all.findIndex(({ name }) => ['script', 'link', 'style'].includes(name));
      expect(meta, path).toBeLessThan(first);
    }
  });

  test(`no page built for ${place.base} holds an inline script or style`, () => {
    const inline = builtPages(place).flatMap(({ path, document }) =>
      elements(document)
        .filter(
          ({ name, attribs }) =>
            name === 'style' ||
            (name === 'script' && !attribs.src && attribs.type !== DATA_BLOCK) ||
            Object.keys(attribs).some((key) => key === 'style' || key.startsWith('on')) ||
            Object.values(attribs).some((value) => /^\s*javascript:/i.test(value)),
        )
        .map(({ name, attribs }) => `${path}: <${name} ${Object.keys(attribs).join(' ')}>`),
    );
    expect(inline).toEqual([]);
  });
}

test('web.config sends the same policy', () => {
  const headers = configElements().filter(({ path }) => path.endsWith('customHeaders/add'));
  const policy = headers.find(({ name }) => name === 'Content-Security-Policy');
  expect(policy?.attributes.value).toBe(POLICY_HEADER);
});

test('web.config keeps for good only what has a hash in its name', () => {
  const caches = configElements().filter(({ path }) => path.endsWith('/clientCache'));
  expect(caches.map(({ path, attributes }) => [path, attributes.cacheControlCustom])).toEqual([
    ['configuration/system.webServer/staticContent/clientCache', 'no-cache'],
    ['configuration/location/system.webServer/staticContent/clientCache', 'immutable'],
  ]);
  const location = configElements().find(({ path }) => path === 'configuration/location');
  expect(location?.attributes.path).toBe('_astro');
  const named = builtFiles(ROOT).filter((file) => file.startsWith('/_astro/'));
  expect(named.filter((file) => !/[.-][\w-]{8}\.\w+$/.test(file))).toEqual([]);
});

test('web.config removes what it declares first, because twice is a 500.19', () => {
  const all = configElements();
  const added = all.filter(({ path }) => /\/(mimeMap|add)$/.test(path));
  expect(added.length).toBeGreaterThan(8);
  for (const { path, name } of added) {
    const place = all.findIndex((element) => element.path === path && element.name === name);
    const before = all.slice(0, place);
    const parent = path.replace(/\/\w+$/, '');
    const removed = before.some((one) => one.path === `${parent}/remove` && one.name === name);
    expect(removed, `${path} ${name ?? ''}`).toBe(true);
    const twice = all.filter((element) => element.path === path && element.name === name);
    expect(twice).toHaveLength(1);
  }
});

/** Served by every IIS from 7.0 on without being told. */
const KNOWN_TO_IIS = ['.css', '.html', '.js', '.png', '.txt', '.xml', '.zip'];
/** Never served: IIS hides configuration files. */
const HIDDEN = ['.config'];

test('web.config declares every type of file that IIS does not know', () => {
  const declared = configElements()
    .filter(({ path }) => path.endsWith('/mimeMap'))
    .map(({ attributes }) => attributes.fileExtension);
  const built = new Set(builtFiles(ROOT).map((file) => /\.[^./]+$/.exec(file)?.[0] ?? file));
  const unknown = [...built].filter((extension) => !KNOWN_TO_IIS.includes(extension));
  const missing = unknown.filter((extension) => !HIDDEN.includes(extension));
  expect(missing.filter((extension) => !declared.includes(extension))).toEqual([]);
});

interface ConfigElement {
  /** `configuration/system.webServer/staticContent/mimeMap` */
  path: string;
  /** What the entry is about: its `fileExtension`, `name` or `value`. */
  name: string | undefined;
  attributes: Record<string, string>;
}

/** Elements of the built web.config in order. Fails when it is not well-formed XML. */
function configElements(): ConfigElement[] {
  const found: ConfigElement[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(name);
    const { fileExtension, name: own, value } = attributes;
    found.push({ path: open.join('/'), name: fileExtension ?? own ?? value, attributes });
  });
  parser.on('closetag', () => open.pop());
  parser.write(readFileSync(`${ROOT.dist}/web.config`, 'utf8')).close();
  return found;
}
