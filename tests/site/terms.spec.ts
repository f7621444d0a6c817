/** Definitions of terms: on hover and focus, and by WCAG 2.2, 1.4.13 to dismiss, reach and keep. */
import type { Locator, Page } from '@playwright/test';
import { DomUtils } from 'htmlparser2';
import { builtPages, elements } from './built.ts';
import { expect, fitsItsWidth, test } from './guide.ts';
import { ROOT } from './places.ts';

const ARTICLE = '/causes/ntlm-fallback-reasons/';
const MOST_TERMS = 6;

function term(page: Page, name = 'SPNEGO'): { link: Locator; definition: Locator } {
  const whole = page.locator('.term', { has: page.getByRole('link', { name, exact: true }) });
  return { link: whole.locator('a'), definition: whole.locator('[role=tooltip]') };
}

test('with the pointer on a term its definition shows, stays under the pointer, and goes', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const { link, definition } = term(page);
  await expect(definition).toBeHidden();
  await link.hover();
  await expect(definition).toContainText('The wrapper in which client and server agree');
  const [from, to] = [await link.boundingBox(), await definition.boundingBox()];
  if (!from || !to) throw new Error('nothing is drawn');
  // Slowly down into the definition: it must not close on the way.
  const x = from.x + from.width / 2;
  await page.mouse.move(x, to.y + to.height / 2, { steps: 25 });
  await expect(definition).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(definition).toBeHidden();
});

test('with the keyboard it shows, Escape closes it without moving, and coming back opens it', async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const { link, definition } = term(page);
  await link.focus();
  await expect(definition).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(link).toBeFocused();
  await expect(definition).toBeVisible();
});

test('Escape closes what the pointer opened', async ({ page }) => {
  await page.goto(ARTICLE);
  const { link, definition } = term(page);
  await link.hover();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await page.mouse.move(0, 0);
  await link.hover();
  await expect(definition).toBeVisible();
});

test('the definition describes the link, which leads to the glossary', async ({ page }) => {
  await page.goto(ARTICLE);
  const { link } = term(page);
  await expect(link).toHaveAccessibleDescription(/^Simple and Protected GSS-API Negotiation: The/);
  await link.click();
  await expect(page).toHaveURL('/reference/glossary/#spnego');
  await expect(page.locator(':target')).toContainText('SPNEGO');
});

test.describe('320 px wide', () => {
  test.use({ viewport: { width: 320, height: 740 } });

  test('every definition of the page fits', async ({ page }) => {
    await page.goto(ARTICLE);
    for (const link of await page.locator('.term a').all()) {
      await link.focus();
      const definition = page.locator('.term:focus-within [role=tooltip]');
      await expect(definition).toBeVisible();
      const box = await definition.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
      expect(await fitsItsWidth(page)).toBe(true);
    }
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term is a link and hides nothing that Escape could not bring back', async ({ page }) => {
    await page.goto(ARTICLE);
    const { link, definition } = term(page);
    await link.hover();
    await expect(definition).toBeHidden();
    await link.click();
    await expect(page).toHaveURL('/reference/glossary/#spnego');
  });
});

test('on paper there are no definitions and no dotted lines', async ({ page }) => {
  await page.goto(ARTICLE);
  await page.emulateMedia({ media: 'print' });
  const { link, definition } = term(page);
  await expect(definition).toBeHidden();
  await expect(link).toHaveCSS('text-decoration-line', 'none');
});

test('no page has more terms than it can bear, none twice, and none where it does not belong', () => {
  const wrong = builtPages(ROOT).flatMap(({ path, document }) => {
    const terms = elements(document).filter(({ attribs }) => attribs.class === 'term');
    const ids = terms.map(
      ({ children }) => DomUtils.findOne(({ attribs }) => 'id' in attribs, children)?.attribs.id,
    );
    const misplaced = terms.filter((each) => ancestors(each).some((name) => NOT_IN.has(name)));
    const fine =
      terms.length <= MOST_TERMS && new Set(ids).size === ids.length && misplaced.length === 0;
    return fine ? [] : [path];
  });
  expect(wrong).toEqual([]);
});

const NOT_IN = new Set(['a', 'code', 'pre', 'table', 'h1', 'h2', 'h3']);

function ancestors(element: ReturnType<typeof elements>[number]): string[] {
  const names: string[] = [];
  for (let at = element.parent; at; at = at.parent) if ('name' in at) names.push(at.name);
  return names;
}
