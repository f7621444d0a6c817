/** Search by symptom and by code, with the keyboard, by group. */
import { expect, hits, search, test } from './guide.ts';

const SYMPTOMS = [
  ['keeps asking for password', '/start/prompt-loop-401/'],
  ['duplicate spn', '/kerberos/spn-duplicate/'],
  ['load balancer ntlm', '/causes/ntlm-split-by-load-balancer/'],
  ['clock skew', '/kerberos/clock-skew/'],
] as const;

for (const [symptom, article] of SYMPTOMS) {
  test(`"${symptom}" finds ${article} among the first three`, async ({ page }) => {
    await page.goto('/');
    await search(page, symptom);
    const found = await hits(page).evaluateAll((links) =>
      links.slice(0, 3).map((link) => (link as HTMLAnchorElement).pathname),
    );
    expect(found).toContain(article);
  });
}

const CODES = [
  ['80090322', 'SEC_E_WRONG_PRINCIPAL'],
  ['0x80090322', 'SEC_E_WRONG_PRINCIPAL'],
  ['0X80090322', 'SEC_E_WRONG_PRINCIPAL'],
  ['2148074254', 'SEC_E_NO_CREDENTIALS'],
  ['-2146893042', 'SEC_E_NO_CREDENTIALS'],
  ['SEC_E_NO_CREDENTIALS', 'SEC_E_NO_CREDENTIALS'],
  ['sec_e_no_credentials', 'SEC_E_NO_CREDENTIALS'],
  ['KRB_AP_ERR_MODIFIED', 'KRB_AP_ERR_MODIFIED'],
  ['1326', 'ERROR_LOGON_FAILURE'],
  ['401.2', '401.2'],
] as const;

for (const [spelling, name] of CODES) {
  test(`the code ${spelling} comes first, as ${name}`, async ({ page }) => {
    await page.goto('/');
    await search(page, spelling);
    await expect(hits(page).first()).toContainText(name);
    await expect(hits(page).first()).toHaveAttribute('href', /\/reference\/codes\/\w+\/#/);
  });
}

test('a code that was found opens at its own entry', async ({ page }) => {
  await page.goto('/articles/');
  await search(page, '80090322');
  await hits(page).first().click();
  await expect(page).toHaveURL(/\/reference\/codes\/sspi\/#.+/);
  const entry = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  await expect(entry).toContainText('SEC_E_WRONG_PRINCIPAL');
  await expect(entry).toBeInViewport();
});

test('nothing of the search is loaded before it is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/kerberos/spn-duplicate/', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /pagefind|search-dialog/.test(path))).toEqual([]);
  await search(page, 'spn');
  expect(asked.some((path) => path.startsWith('/pagefind/'))).toBe(true);
});

test('the keyboard is enough: open, walk, go', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('searchbox', { name: 'Search the guide' });
  await expect(box).toBeFocused();
  await page.keyboard.type('duplicate spn');
  await expect(hits(page).first()).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(hits(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).first()).not.toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();

  const first = await hits(page).first().getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(first ?? 'a first result');
});

test('Enter right after the last key waits for its own answer', async ({ page }) => {
  await page.goto('/');
  await search(page, 'clock skew');
  await page.getByRole('searchbox').fill('KRB_AP_ERR_MODIFIED');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reference\/codes\/kerberos\/#kerberos-41$/);
});

test('Escape closes the search and gives the focus back', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Search' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
  await expect(button).toBeFocused();
});

test('a slash typed into the paste area is a slash', async ({ page }) => {
  await page.goto('/');
  await page.getByLabel('Log rows, header, token or code').focus();
  await page.keyboard.type('/app/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the group narrows what is found', async ({ page }) => {
  await page.goto('/');
  await search(page, 'kerberos');
  await page.getByRole('combobox', { name: 'Group' }).selectOption('Kerberos checks');
  await expect
    .poll(async () =>
      hits(page).evaluateAll((links) =>
        links.every((link) => (link as HTMLAnchorElement).pathname.startsWith('/kerberos/')),
      ),
    )
    .toBe(true);
  expect(await hits(page).count()).toBeGreaterThan(0);
});

test('a result shows the sections of the article that match', async ({ page }) => {
  await page.goto('/');
  await search(page, 'duplicate spn setspn -X');
  const section = page.locator('dialog li li a').first();
  await expect(section).toHaveAttribute('href', /#/);
});

test('a search that finds nothing says what to try', async ({ page }) => {
  await page.goto('/');
  await search(page, 'zzzzqqqq');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Nothing found');
});

test('markup in a query stays text', async ({ page }) => {
  await page.goto('/');
  await search(page, '<img src=x onerror=alert(1)> kerberos');
  await expect(page.getByRole('dialog').locator('img')).toHaveCount(0);
});
