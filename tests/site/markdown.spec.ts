/** Each article as Markdown at an address of its own, and the list of them for programs. */
import {
  builtFiles,
  builtPages,
  elements,
  fileFor,
  read,
  type BuiltPage,
  type Document,
} from './built.ts';
import { expect, test } from './guide.ts';
import { PLACES, type Place } from './places.ts';

for (const place of PLACES) {
  test.describe(`built for ${place.base}`, () => {
    const pages = builtPages(place);
    const articles = pages.filter(({ document }) => isArticle(document));
    const texts = builtFiles(place).filter((file) => /\.md$|^\/llms.*\.txt$/.test(file));

    test('every article names its Markdown, in its head and in its text', () => {
      expect(articles.length).toBeGreaterThan(100);
      const wrong = articles.filter((page) => {
        const address = markdownOf(page);
        const file = address === undefined ? undefined : fileFor(place, address);
        const links = elements(page.document).filter(({ attribs }) => attribs.href === address);
        return file !== page.path.replace(/\/$/, '.md') || links.length < 2;
      });
      expect(wrong.map(({ path }) => path)).toEqual([]);
    });

    test('no Markdown is left without its article', () => {
      const named = articles.map((page) => fileFor(place, markdownOf(page) ?? ''));
      expect(texts.filter((file) => file.endsWith('.md')).sort()).toEqual(named.sort());
    });

    test('every link of every Markdown file resolves, its fragment included', () => {
      const ids = new Map(pages.map(({ path, document }) => [path, idsOf(document)]));
      expect(texts.flatMap((file) => brokenLinks(place, file, ids))).toEqual([]);
    });

    test('llms.txt has its form: title, summary, sections of links, what is optional last', () => {
      const text = read(place, '/llms.txt');
      expect(text).toMatch(/^# 401 Field Guide\n\n> .+\n\n/);
      const [, ...sections] = text.split(/^## /m);
      expect(sections.at(-1)).toMatch(/^Optional\n/);
      for (const section of sections) {
        const lines = section.split('\n').filter((line) => line.startsWith('- '));
        expect(lines.length, section).toBeGreaterThan(0);
        for (const line of lines) expect(line).toMatch(/^- \[.+\]\(\/.+\)(: .+)?$/);
      }
    });

    test('llms.txt lists every article once, llms-full.txt holds every one', () => {
      const addresses = linksOf(read(place, '/llms.txt')).filter((link) => link.endsWith('.md'));
      expect(addresses.sort()).toEqual(articles.map((page) => markdownOf(page) ?? '').sort());
      const full = read(place, '/llms-full.txt');
      const missing = texts
        .filter((file) => file.endsWith('.md'))
        .filter((file) => !full.includes(read(place, file)));
      expect(missing).toEqual([]);
    });
  });
}

test('a reader comes from the article to its Markdown', async ({ page }) => {
  await page.goto('/kerberos/spn-duplicate/');
  const address = await page.getByRole('link', { name: 'Markdown' }).getAttribute('href');
  const answer = await page.request.get(address ?? '');
  expect(answer.headers()['content-type']).toMatch(/^text\/markdown/);
  expect(await answer.text()).toMatch(/^# Duplicate SPN/);
});

function isArticle(document: Document): boolean {
  return elements(document).some(({ name }) => name === 'article');
}

/** Address of a page's Markdown, as its head says it. */
function markdownOf({ document }: BuiltPage): string | undefined {
  return elements(document).find(
    ({ attribs }) => attribs.rel === 'alternate' && attribs.type === 'text/markdown',
  )?.attribs.href;
}

function idsOf(document: Document): Set<string> {
  return new Set(elements(document).flatMap(({ attribs }) => attribs.id ?? []));
}

/** Targets of all links outside code. */
function linksOf(text: string): string[] {
  const prose = text.replaceAll(/^ *```[^]*?^ *```$/gm, '').replaceAll(/`+[^`]+`+/g, 'code');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)/g)].flatMap(([, link]) => link ?? []);
}

function brokenLinks(place: Place, file: string, ids: Map<string, Set<string>>): string[] {
  return linksOf(read(place, file))
    .filter((link) => {
      if (/^https?:/.test(link)) return false;
      const { pathname, hash } = new URL(link, place.origin + place.base);
      const target = link.startsWith('/') ? fileFor(place, pathname) : undefined;
      if (target === undefined) return true;
      const fragment = decodeURIComponent(hash.slice(1));
      return fragment !== '' && !ids.get(target.replace(/\/index\.html$/, '/'))?.has(fragment);
    })
    .map((link) => `${file}: ${link}`);
}
