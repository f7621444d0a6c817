/** What is pasted stays in the page: no request, no storage, no address, no markup. */
import type { Page, Request } from '@playwright/test';
import {
  expect,
  founding,
  NTLM_ROWS,
  openTree,
  paste,
  pasteArea,
  result,
  test,
  verdict,
} from './guide.ts';
import { ntlmAuthenticate } from './ntlm.ts';
import { ROOT } from './places.ts';

/** A paste of every kind, so that every part of the decoder runs. */
const PASTE = [NTLM_ROWS, founding('cut-header.txt'), 'KRB_AP_ERR_MODIFIED'].join('\n\n');

test('the first paste loads own files only, and sends nothing of itself', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const requests = record(page);
  await paste(page, PASTE);
  await page.waitForLoadState('networkidle');
  for (const request of requests) {
    expect(request.method()).toBe('GET');
    expect(request.url()).toMatch(new RegExp(`^${ROOT.origin}/_astro/[\\w.-]+\\.(js|css)$`));
    expect(request.postData()).toBeNull();
    expect(wordsIn(await sent(request))).toEqual([]);
  }
});

test('once the decoder is there, a paste makes no request at all', async ({ page, context }) => {
  await page.goto('/');
  await paste(page, PASTE);
  await page.waitForLoadState('networkidle');
  const requests = record(page);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await pasteArea(page).fill(PASTE.replaceAll('2026-11-20', '2026-11-21'));
  await expect(page.getByRole('region', { name: 'Log', exact: true })).toContainText('03:12:44');
  await expect(result(page).getByRole('tree').first()).toBeVisible();
  await page.waitForTimeout(500);
  expect(requests.map((request) => request.url())).toEqual([]);
  expect(sockets).toEqual([]);

  // And it works with the network pulled out.
  await context.setOffline(true);
  await pasteArea(page).fill('401.3');
  await expect(verdict(page)).toContainText('401.3');
  await context.setOffline(false);
});

test('nothing of a paste is kept anywhere, only which checks it settled', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await paste(page, PASTE);
  await page.getByRole('button', { name: 'Mark these on the checklist' }).click();
  await expect(page.getByRole('button', { name: 'Keep the sentences too' })).toBeVisible();
  const kept = await page.evaluate(async () => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
    history: JSON.stringify(history.state),
    name: window.name,
    title: document.title,
    address: location.href,
  }));
  expect(wordsIn(JSON.stringify(kept))).toEqual([]);
  expect(kept).toMatchObject({ session: '{}', databases: '[]', caches: '[]' });
  expect(await context.cookies()).toEqual([]);
  // The checklist keeps which finding marked which check, all in words of this guide.
  const { checklist = '', ...others } = JSON.parse(kept.local) as Record<string, string>;
  expect(others).toEqual({});
  const { marks } = JSON.parse(checklist) as { marks: Record<string, Record<string, string>> };
  for (const { state, at, finding, says, ...more } of Object.values(marks)) {
    expect(state).toMatch(/^(passed|failed)$/);
    expect(at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(finding).toMatch(/^[\w.-]+$/);
    expect(says).toMatch(/^[A-Z].*[.]$/);
    expect(more).toEqual({});
  }
});

test('a reload or the way back brings no paste into the address', async ({ page }) => {
  await page.goto('/');
  await paste(page, PASTE);
  await result(page).getByRole('link').first().click();
  await page.goBack();
  await expect(page).toHaveURL('/');
});

/** Elements that the decoder never makes, and markup in a paste would. */
/** The form is the editor of a log's columns. */
const MARKUP_ELEMENTS = 'img, script, iframe, style, base, form:not(.column-editor), object, embed';
const IMAGE = '<img src=x onerror=alert(1)>';

const MARKUP: readonly (readonly [string, string])[] = [
  ['the user agent of a row', NTLM_ROWS.replaceAll('Mozilla/5.0', IMAGE.replaceAll(' ', '+'))],
  ['the address of a row', NTLM_ROWS.replaceAll('/app/', '/<img/src=x/onerror=alert(1)>')],
  ['the user of a row', NTLM_ROWS.replace('CONTOSO\\ada', '<svg/onload=alert(1)>')],
  ['a whole row', `${IMAGE}\n${NTLM_ROWS}\n${IMAGE} 401 2 5`],
  ['a field name', NTLM_ROWS.replace('cs-uri-query', '<img/src=x/onerror=alert(1)>')],
  ['a header', `Host: ${IMAGE}\nAuthorization: <script>alert(1)</script> Negotiate ${IMAGE}`],
  ['the names inside a token', `Authorization: NTLM ${ntlmAuthenticate(IMAGE, `</li>${IMAGE}`)}`],
  ['the user of Basic credentials', `Authorization: Basic ${btoa(`${IMAGE}:secret`)}`],
  ['text around a code', `${IMAGE} 2148074254 </textarea>${IMAGE}`],
];

for (const [place, text] of MARKUP) {
  test(`markup in ${place} stays text`, async ({ page }) => {
    await page.goto('/');
    const before = await page.locator(MARKUP_ELEMENTS).count();
    await paste(page, text);
    for (const row of await page.getByRole('button', { name: /^Explain line/ }).all()) {
      await row.click();
    }
    await openTree(page);
    await expect(page.locator(MARKUP_ELEMENTS)).toHaveCount(before);
    await expect(result(page).locator('[onerror], [onload], [src], [style]')).toHaveCount(0);
    await expect(pasteArea(page)).toHaveValue(text);
  });
}

test('names inside a token are shown as they are', async ({ page }) => {
  await page.goto('/');
  await paste(page, `Authorization: NTLM ${ntlmAuthenticate('CONTOSO', IMAGE)}`);
  await expect(result(page)).toContainText(IMAGE);
});

test('a Basic password is shown nowhere', async ({ page }) => {
  await page.goto('/');
  await paste(page, `Authorization: Basic ${btoa('ada:correct horse')}`);
  await expect(result(page)).toContainText('ada');
  await expect(result(page)).not.toContainText('correct horse');
});

/** Requests of the page and its workers from now on. */
function record(page: Page): Request[] {
  const requests: Request[] = [];
  page.context().on('request', (request) => requests.push(request));
  return requests;
}

async function sent(request: Request): Promise<string> {
  return `${request.url()} ${JSON.stringify(await request.allHeaders())}`;
}

/** Words of the paste that `text` contains. */
function wordsIn(text: string): string[] {
  const words = PASTE.split(/[\s/+=]+/).filter((word) => word.length >= 6 && word !== 'Mozilla');
  return words.filter((word) => text.includes(word));
}
