/**
 * A paste that is too long to be edited: read beside the page as an opened file is, shown as an
 * excerpt, removed or undone by keyboard. How long the page is busy: `tools/bench/long-paste.ts`.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { EXCERPT_LENGTH } from '../../src/core/limits.ts';
import { bigLog } from '../logs/big-log.ts';
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

const LOG = generated();
const FILLER = 'Nothing of interest is said in this line of the text.\r\n'.repeat(60_000);
/** Rows in the middle of a text that is no log. */
const AMID = `${FILLER}${NTLM_ROWS.replaceAll('\n', '\r\n')}\r\n${FILLER}`;

const NO_EVIDENCE = [
  ['Base64 in one line', 'Zm9v'.repeat(1_500_000)],
  ['Base64 in lines', `${'Zm9v'.repeat(19)}\r\n`.repeat(80_000)],
  ['prose', FILLER.repeat(2)],
] as const;

const note = (page: Page) => page.locator('.file-note');
const removal = (page: Page) => note(page).getByRole('button', { name: 'Remove the paste' });

test('20 MB of log are shown as an excerpt, and say what the file says', async ({
  page,
  context,
}) => {
  const { text, truth } = LOG;
  await page.goto('/');
  await hear(page);
  await pasteFromClipboard(page, context, text);
  await expect(note(page)).toContainText('The paste: 20.0 MB of log');
  await expect(note(page)).toContainText('What is shown is an excerpt of the rows that matter');
  const size = page.locator('.log .size').first();
  await expect(size).toContainText(truth.rows.toLocaleString('en'));
  await expect(size).toContainText(`${truth.refusals.toLocaleString('en')} of them 401`);
  await expectExcerpt(page);
  // The proof of the verdict is in it.
  expect(await page.locator('.mirror mark').count()).toBeGreaterThan(0);
  const said = await sentence(page);
  const heard = await page.evaluate(() => Reflect.get(window, 'heard') as string[]);
  expect(heard.filter((words) => words.includes(said))).toHaveLength(1);
  expect(heard.filter((words) => words.includes('is an excerpt'))).toHaveLength(1);

  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(result(page)).toBeHidden();
  const buffer = Buffer.from(text);
  await page.setInputFiles('input[type=file]', { name: 'a.log', mimeType: 'text/plain', buffer });
  await expect(note(page)).toContainText('a.log: 20.0 MB of log');
  await expect.poll(() => sentence(page)).toBe(said);
});

test('evidence in the middle of a long text is found, shown and marked', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const said = await sentence(page);
  await pasteArea(page).press('Control+a');
  await pasteFromClipboard(page, context, AMID);
  await expect(note(page)).toContainText('What is shown is an excerpt');
  await expect.poll(() => sentence(page)).toBe(said);
  await expectExcerpt(page);
  const proof = page.locator('.proof button').first();
  const quoted = await page.locator('.quotes li').first().locator('mark').allInnerTexts();
  await proof.click();
  const selected = await pasteArea(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  for (const mark of quoted) expect(selected).toContain(mark);
  expect(NTLM_ROWS).toContain(selected);
  // And from the excerpt to what is drawn of it.
  await expect(page.locator('.result .at-caret')).not.toHaveCount(0);
});

for (const [name, text] of NO_EVIDENCE) {
  test(`a long text without evidence is answered: ${name}`, async ({ page, context }) => {
    await page.goto('/');
    await pasteFromClipboard(page, context, text);
    await expect(verdict(page)).toHaveText('Nothing in this text was recognised.');
    await expect(note(page)).toContainText('The paste has 6.');
    await expect(note(page)).toContainText('its beginning, and the places that matter');
    await expectExcerpt(page);
  });
}

test('a long paste is removed by keyboard, and what was there before is there again', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await paste(page, NTLM_ROWS);
  const said = await sentence(page);
  await pasteFromClipboard(page, context, AMID);
  await expect(
    page.getByRole('list', { name: 'Evidence in this case' }).getByRole('listitem'),
  ).toHaveCount(2);
  await expect(removal(page)).toBeVisible();
  await removal(page).focus();
  await page.keyboard.press('Enter');
  await expect(pasteArea(page)).toHaveValue(NTLM_ROWS);
  await expect(page.getByRole('button', { name: /^View A:/ })).toBeFocused();
  await expect(note(page)).toHaveCount(0);
  await expect.poll(() => sentence(page)).toBe(said);
});

test('the key that undoes brings back what a long paste took the place of', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await paste(page, '401.3');
  await page.keyboard.press('Control+a');
  await pasteFromClipboard(page, context, AMID);
  await expect(note(page)).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Evidence in this case' }).getByRole('listitem'),
  ).toHaveCount(1);
  // A second one takes the place of the first.
  await page.getByRole('button', { name: /^View A:/ }).click();
  await page.keyboard.press('Control+v');
  await expect(page.locator('.announcement')).toContainText('is an excerpt');
  for (let pastes = 0; pastes < 2; pastes++) {
    await expect(verdict(page)).toContainText('NTLM');
    await expect(pasteArea(page)).toBeHidden();
    await page.getByRole('button', { name: /^View A:/ }).click();
    await pasteArea(page).press('Control+z');
  }
  await expect(pasteArea(page)).toHaveValue('401.3');
  await expect(verdict(page)).toContainText('401.3');
});

test('another piece is typed beside a long paste, and both are one case', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await pasteFromClipboard(page, context, LOG.text);
  const said = await sentence(page);
  await page.getByRole('button', { name: 'Add the next piece' }).click();
  await page.keyboard.type('0x8009030E');
  await expect(pasteArea(page)).toHaveValue('0x8009030E');
  await expect(result(page)).toContainText('SEC_E_NO_CREDENTIALS');
  await expect.poll(() => sentence(page)).toBe(said);
  await page.getByRole('button', { name: 'View A: log rows', exact: true }).click();
  await expectExcerpt(page);
});

test('a long text that is dropped or restored is an excerpt, too', async ({ page }) => {
  await page.goto('/');
  const drop = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.setData('text/plain', text);
    return transfer;
  }, AMID);
  await pasteArea(page).dispatchEvent('drop', { dataTransfer: drop });
  await expect(note(page)).toContainText('What is shown is an excerpt');
  await expect(articleLink(page)).toHaveAttribute('href', '/start/normal-401-sequence/');
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(result(page)).toBeHidden();
  // A browser that restores the text of the area has no paste.
  const restored = `${FILLER.slice(0, 1_200_000)}\n${NTLM_ROWS}`;
  await pasteArea(page).evaluate((area: HTMLTextAreaElement, text) => {
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, restored);
  await expect(articleLink(page)).toHaveAttribute('href', '/start/normal-401-sequence/');
  await expectExcerpt(page);
});

test('reading a long paste can be stopped, and the other pieces stay', async ({
  page,
  context,
}) => {
  // A worker that never reads a log of any size is one that is busy.
  await page.route(/_astro\/read-piece-.*\.js/, () => undefined);
  await page.goto('/');
  await paste(page, '401.3');
  await pasteFromClipboard(page, context, AMID);
  await page.getByRole('button', { name: 'Stop' }).focus();
  await page.keyboard.press('Enter');
  await expect(pasteArea(page)).toHaveValue('401.3');
  await expect(pasteArea(page)).toBeFocused();
  await expect(verdict(page)).toContainText('401.3');
});

/** Nothing but an excerpt is on the page, however much is drawn. */
async function expectExcerpt(page: Page): Promise<void> {
  const [shown, drawn] = await page.evaluate(() => [
    document.querySelector('textarea')?.value.length ?? 0,
    document.body.textContent.length,
  ]);
  expect(shown).toBeGreaterThan(1_000);
  expect(shown).toBeLessThanOrEqual(EXCERPT_LENGTH);
  // The mirror has it once more, and the result has a hundred rows.
  expect(drawn).toBeLessThan(4 * EXCERPT_LENGTH);
}

/** Puts a text on the clipboard and pastes it into the area, which keeps its selection. */
async function pasteFromClipboard(
  page: Page,
  context: BrowserContext,
  text: string,
): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  if (await pasteArea(page).isVisible()) await pasteArea(page).focus();
  await page.keyboard.press('Control+v');
  await expect(page.locator('.file-note, .file-progress').first()).toBeVisible();
}

/** Takes down whatever a screen reader is told. */
async function hear(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    const status = document.querySelector('.announcement');
    if (!status) return;
    new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
  });
}

function generated() {
  const chunks: string[] = [];
  const log = bigLog({ seed: 21, bytes: 20_000_000, refused: 0.1, cut: 0.0005 });
  let step = log.next();
  for (; !step.done; step = log.next()) chunks.push(step.value);
  return { text: chunks.join(''), truth: step.value };
}
