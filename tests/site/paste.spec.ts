/** Ways to bring a paste in, and to change it. */
import {
  articleLink,
  expect,
  NTLM_ROWS,
  paste,
  pasteArea,
  result,
  sentence,
  test,
  verdict,
} from './guide.ts';

test('a paste with Ctrl+V is decoded', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await page.evaluate((text) => navigator.clipboard.writeText(text), NTLM_ROWS);
  await pasteArea(page).focus();
  await page.keyboard.press('Control+v');
  await expect(articleLink(page)).toHaveAttribute('href', '/start/normal-401-sequence/');
});

test('a code is decoded while it is typed', async ({ page }) => {
  await page.goto('/');
  await pasteArea(page).pressSequentially('0x8009030E');
  await expect(result(page)).toContainText('SEC_E_NO_CREDENTIALS');
});

/** A letter that each encoding writes in its own way. */
const NAMED_ROWS = NTLM_ROWS.replaceAll('/app/', '/caf\u00e9/');

const FILES = [
  ['UTF-8', Buffer.from(NAMED_ROWS)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${NAMED_ROWS}`, 'utf16le')],
  ["the server's ANSI code page", Buffer.from(NAMED_ROWS, 'latin1')],
] as const;

for (const [encoding, buffer] of FILES) {
  test(`a file in ${encoding} is opened and decoded`, async ({ page }) => {
    await page.goto('/');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open files' }).click();
    await (await chooser).setFiles({ name: 'u_ex261120.log', mimeType: 'text/plain', buffer });
    await expect(pasteArea(page)).toHaveValue(NAMED_ROWS);
    await expect(articleLink(page)).toHaveAttribute('href', '/start/normal-401-sequence/');
  });
}

test('a file dropped on the page is decoded', async ({ page }) => {
  await page.goto('/');
  const drop = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'u_ex261120.log', { type: 'text/plain' }));
    return transfer;
  }, NTLM_ROWS);
  await page.locator('paste-decoder').dispatchEvent('drop', { dataTransfer: drop });
  await expect(articleLink(page)).toHaveAttribute('href', '/start/normal-401-sequence/');
});

test('a second paste replaces what the first one said', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await pasteArea(page).fill('401.3');
  await expect(verdict(page)).toContainText('401.3');
  await expect(page.getByRole('region', { name: 'Log', exact: true })).toHaveCount(0);
});

test('an emptied paste area takes the result away', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(result(page)).toBeHidden();
  await expect(pasteArea(page)).toBeFocused();
});

test('text that holds nothing known gets an answer that says what is expected', async ({
  page,
}) => {
  await page.goto('/');
  await paste(page, 'the quick brown fox');
  await expect(verdict(page)).toHaveText('Nothing in this text was recognised.');
});

test('what happened is announced to a screen reader', async ({ page }) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  await expect(page.locator('.announcement')).toContainText(await sentence(page));
});
