/** Moving through the guide from an article. */
import { expect, test } from './guide.ts';

const ARTICLE = '/kerberos/krb-ap-err-modified/';

test('the table of contents leads to each section', async ({ page }) => {
  await page.goto(ARTICLE);
  const contents = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  expect(await contents.count()).toBeGreaterThan(5);
  for (const link of await contents.all()) {
    const section = await link.innerText();
    await link.click();
    await expect(page.locator(':target')).toContainText(section);
    await expect(page.locator(':target')).toBeInViewport();
  }
});

test('the breadcrumb leads to the group and to the first page', async ({ page }) => {
  await page.goto(ARTICLE);
  const trail = page.getByRole('navigation', { name: 'Breadcrumb' });
  await trail.getByRole('link', { name: 'Kerberos checks' }).click();
  await expect(page).toHaveURL('/kerberos/');
  await page.goBack();
  await trail.getByRole('link', { name: 'Decoder' }).click();
  await expect(page).toHaveURL('/');
});

test('next and previous are inverse', async ({ page }) => {
  await page.goto(ARTICLE);
  const nearby = page.getByRole('navigation', { name: 'Previous and next article' });
  await nearby.locator('[rel=next]').click();
  await expect(page).not.toHaveURL(ARTICLE);
  await nearby.locator('[rel=prev]').click();
  await expect(page).toHaveURL(ARTICLE);
});

test('from the first page, following next visits every article once', async ({ page }) => {
  await page.goto('/articles/');
  const all = page.getByRole('main').locator('.entries a');
  const listed = await all.evaluateAll((links) =>
    links.map((link) => (link as HTMLAnchorElement).pathname),
  );
  const visited: string[] = [];
  let here: string | undefined = listed[0];
  while (here !== undefined && visited.length <= listed.length) {
    visited.push(here);
    const answer = await page.request.get(here);
    const next: RegExpExecArray | null = /rel="next" href="([^"]+)"/.exec(await answer.text());
    here = next?.[1];
  }
  expect(visited).toEqual(listed);
});

test('a command is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(ARTICLE);
  const block = page.locator('copy-button').first();
  const command = await block.evaluate((element) => element.previousElementSibling?.textContent);
  await block.getByRole('button').click();
  await expect(block.getByRole('button')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(command?.trimEnd());
});

test('on paper there is the article alone', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
});
