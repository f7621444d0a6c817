/** What stands around the articles: what leads to them, what they lead to, and the lists of them. */
import { expect, KINDS, test } from './guide.ts';
import { builtPages, elements, read, type BuiltPage } from './built.ts';
import { PLACES, ROOT } from './places.ts';
import { DomUtils } from 'htmlparser2';

const ARTICLE = '/kerberos/krb-ap-err-modified/';

test('an article says what leads to it, and each of it leads on', async ({ page }) => {
  await page.goto(ARTICLE);
  const around = page.getByRole('region', { name: 'Around this article' });
  await expect(around.getByRole('link', { name: 'KRB_AP_ERR_MODIFIED' })).toBeVisible();
  await expect(around).toContainText('handshake broken');
  const related = around
    .getByRole('heading', { name: 'Related' })
    .locator('+ ul')
    .getByRole('link');
  expect(await related.count()).toBeLessThanOrEqual(5);
  await around.getByRole('link', { name: 'A ticket the server could not decrypt' }).click();
  await expect(page).toHaveURL('/?sample=krb-error-modified');
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('KRB_AP_ERR_MODIFIED');
});

test('beside an article stands the part of its group around it', async ({ page }) => {
  await page.goto(ARTICLE);
  const nav = page.getByRole('navigation', { name: 'Guide' });
  await expect(nav.locator('[aria-current=page]')).toHaveText('KRB_AP_ERR_MODIFIED');
  expect(await nav.getByRole('link').count()).toBe(7);
  await nav.getByRole('link', { name: /^All \d+ in this group$/ }).click();
  await expect(page).toHaveURL('/kerberos/');
});

test('from the header to a symptom, to its article', async ({ page }) => {
  await page.goto('/');
  const site = page.getByRole('navigation', { name: 'Site' });
  await site.getByRole('link', { name: 'Symptoms' }).click();
  await page.getByRole('link', { name: 'The browser keeps asking for a password' }).click();
  await expect(page).toHaveURL('/start/prompt-loop-401/');
});

test('from the footer to the timeline, whose future is marked in words', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'What changed when' }).click();
  await expect(page).toHaveURL('/changes/timeline/');
  const years = await page.locator('.timeline h2').allInnerTexts();
  expect(years.slice(1)).toEqual(years.slice(1).sort().reverse());
  await expect(page.locator('#clone-option-ends')).toContainText('Still to come');
  await expect(page.locator('#rc4-phase-3')).not.toContainText('Still to come');
});

test('every page has the styles of the frame once', () => {
  for (const { path, document } of builtPages(ROOT)) {
    const styles = elements(document).flatMap(({ attribs }) =>
      attribs.rel === 'stylesheet' && attribs.href ? [read(ROOT, attribs.href)] : [],
    );
    expect(
      styles.filter((style) => style.includes('.site-header{')),
      path,
    ).toHaveLength(1);
  }
});

for (const place of PLACES) {
  test(`every article built for ${place.base} describes itself to search engines`, () => {
    const pages = builtPages(place);
    const articles = pages.filter(({ document }) => dataOf(document) !== undefined);
    expect(articles.length).toBeGreaterThan(100);
    for (const { path, document } of articles) {
      const data = dataOf(document);
      const all = elements(document);
      const canonical = all.find(({ attribs }) => attribs.rel === 'canonical')?.attribs.href;
      const description = all.find(({ attribs }) => attribs.name === 'description')?.attribs
        .content;
      expect(data, path).toMatchObject({ '@type': 'TechArticle', url: canonical, description });
      expect(data?.dateModified).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      const steps = data?.breadcrumb.itemListElement ?? [];
      expect(steps.map(({ position }) => position)).toEqual([1, 2, 3]);
      for (const address of steps.flatMap(({ item }) => item ?? [])) {
        const known = pages.map((page) => place.base + page.path.slice(1));
        expect(known, path).toContain(new URL(address).pathname);
      }
    }
  });
}

test('pages of lists have no such description of an article', () => {
  const lists: string[] = [KINDS['the list of all articles'], '/symptoms/', '/changes/timeline/'];
  const found = builtPages(ROOT).filter(({ path }) => lists.includes(path));
  expect(found).toHaveLength(3);
  expect(found.filter(({ document }) => dataOf(document))).toEqual([]);
});

interface ArticleData {
  dateModified: string;
  breadcrumb: { itemListElement: { position: number; item?: string }[] };
}

function dataOf(document: BuiltPage['document']): ArticleData | undefined {
  const block = elements(document).find(({ attribs }) => attribs.type === 'application/ld+json');
  return block && (JSON.parse(DomUtils.textContent(block)) as ArticleData);
}
