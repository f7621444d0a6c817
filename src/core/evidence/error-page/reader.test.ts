import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { assertDamaged } from '../../../../tests/unit/reader-table.ts';
import { statusText } from '../../codes/iis-refusal.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { Reading } from '../reader.ts';
import { errorPage } from './reader.ts';
import { seenErrorPage } from './seen.ts';

const NOTHING = { claimed: [], inner: [], options: {} };

function read(text: string): Reading | undefined {
  const reading = errorPage.read(text, NOTHING);
  assert.ok(!(reading instanceof Promise));
  if (reading) assert.ok(seenErrorPage(text), text.slice(0, 80));
  return reading;
}

const pagesIn = (text: string): FactOf<'errorPage'>[] =>
  (read(text)?.facts ?? []).filter((fact) => fact.kind === 'errorPage');

/** `401.1 WindowsAuthenticationModule AuthenticateRequest StaticFile 0x8009030e http://... C:\... NTLM CONTOSO\a` */
const brief = (page: FactOf<'errorPage'>): string =>
  [
    page.by === 'iis' ? undefined : page.by,
    [page.status, page.substatus].filter((part) => part !== undefined).join('.') || '?',
    page.module,
    page.notification,
    page.handler,
    page.code === undefined ? undefined : `0x${page.code.toString(16)}`,
    page.url,
    page.physicalPath,
    page.logonMethod,
    page.logonUser?.written,
  ]
    .filter((part) => part !== undefined)
    .join(' | ');

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

const HTML =
  '401.1 | WindowsAuthenticationModule | AuthenticateRequest | StaticFile | 0x8009030e | http://portal.contoso.com:80/?a=1&b=2 | C:\\inetpub\\wwwroot';

/** [fixture, facts in brief] */
const FIXTURES: readonly (readonly [string, string])[] = [
  [
    'iis-express-401-1.txt',
    '401.1 | WindowsAuthenticationModule | AuthenticateRequest | ExtensionlessUrlHandler-Integrated-4.0 | 0xc000006d | http://localhost:28636/Portal?state=q_WrRigbn0vwAf_6SrX-YCPbUxeFGJ | C:\\src\\Portal\\Portal',
  ],
  [
    'owin-401-2.txt',
    '401.2 | global.asax | EndRequest | Windows Login Handler | 0x0 | http://localhost:80/Portal/Windows/Login | C:\\Sites\\Portal\\Windows\\Login | Anonymous',
  ],
  ['detailed-401-1.txt', HTML],
  ['console-401-1.txt', HTML],
  ['iis6-401-2.txt', '401.2'],
  ['short-401.txt', 'short | 401'],
  ['asp-net-401-2.txt', 'asp.net | 401.2'],
];

for (const [name, expected] of FIXTURES) {
  test(name, () => {
    const text = fixture(name);
    assert.deepEqual(pagesIn(text).map(brief), [expected]);
    assert.deepEqual(pagesIn(text.replaceAll('\n', '\r\n')).map(brief), [expected]);
    assert.deepEqual(pagesIn(text.replaceAll('\n', '\n\n')).map(brief), [expected]);
  });
}

const GERMAN = `HTTP-Fehler 401.2 - Unauthorized
Sie sind aufgrund ungültiger Authentifizierungsheader nicht berechtigt, diese Seite anzuzeigen.
Ausführliche Fehlerinformationen
Modul   IIS Web Core
Benachrichtigung   AuthenticateRequest
Handler   StaticFile
Fehlercode   0x80070005
Angeforderte URL   http://portal.contoso.com:80/
Physischer Pfad   C:\\inetpub\\wwwroot
Anmeldemethode   Noch nicht festgelegt
Anmeldebenutzer   Noch nicht festgelegt`;
const CORE = 'IIS Web Core | AuthenticateRequest | StaticFile | 0x80070005';
const PLACE = 'http://portal.contoso.com:80/ | C:\\inetpub\\wwwroot';

/** [what, text, facts in brief] */
const ROWS: readonly (readonly [string, string, readonly string[]])[] = [
  ['German', GERMAN, [`401.2 | ${CORE} | ${PLACE}`]],
  [
    'one blank between label and value',
    GERMAN.replace(/ {3}/g, ' '),
    [`401.2 | ${CORE} | ${PLACE}`],
  ],
  ['hard spaces', GERMAN.replace(/ {3}/g, '\u00a0\u00a0\u00a0'), [`401.2 | ${CORE} | ${PLACE}`]],
  ['colons', GERMAN.replace(/ {3}/g, ': '), [`401.2 | ${CORE} | ${PLACE}`]],
  ['bold labels', GERMAN.replace(/^(.*) {3}/gm, '**$1**   '), [`401.2 | ${CORE} | ${PLACE}`]],
  ['a quoted mail', GERMAN.replace(/^/gm, '> '), [`401.2 | ${CORE} | ${PLACE}`]],
  ['a list', GERMAN.replace(/^/gm, '- '), [`401.2 | ${CORE} | ${PLACE}`]],
  [
    'a Markdown table',
    GERMAN.replace(/^(.*) {3}(.*)$/gm, '| $1 | $2 |'),
    [`401.2 | ${CORE} | ${PLACE}`],
  ],
  [
    'a Markdown table without outer bars and most labels',
    'Module | IIS Web Core\n-- | --\nBeginRequest\nNot yet determined\n0x80070021\nThe section is locked.',
    ['? | IIS Web Core | BeginRequest | 0x80070021'],
  ],
  [
    'French, with a user',
    `Erreur HTTP 401.3 - Unauthorized\nModule\tIIS Web Core\nNotification\tAuthenticateRequest\nGestionnaire\tStaticFile\nCode d'erreur\t0x80070005\nURL demandée\thttp://portal.contoso.com:80/\nChemin d'accès physique\tC:\\inetpub\\wwwroot\nMéthode d'ouverture de session\tNegotiate\nUtilisateur de la session\tCONTOSO\\alex`,
    [`401.3 | ${CORE} | ${PLACE} | Negotiate | CONTOSO\\alex`],
  ],
  [
    'one line',
    'HTTP Error 401.1 - Unauthorized You do not have permission. Detailed Error Information: Module WindowsAuthenticationModule Notification AuthenticateRequest Handler StaticFile Error Code 0x80090308 Requested URL http://portal:80/ Physical Path C:\\inetpub\\wwwroot Logon Method Not yet determined Logon User Not yet determined',
    [
      '401.1 | WindowsAuthenticationModule | AuthenticateRequest | StaticFile | 0x80090308 | http://portal:80/ | C:\\inetpub\\wwwroot',
    ],
  ],
  [
    'details without a heading',
    'fails with 401.1 like below:\n\nModule WindowsAuthenticationModule\n\nNotification AuthenticateRequest\n\nHandler StaticFile\n\nError Code 0x80090305',
    ['? | WindowsAuthenticationModule | AuthenticateRequest | StaticFile | 0x80090305'],
  ],
  [
    'Japanese',
    'HTTP エラー 401.1 - 権限がありません。無効な資格情報により、アクセスが拒否されました。',
    ['401.1'],
  ],
  ['Chinese', 'HTTP 错误 401.1-未经授权：由于凭据无效，访问被拒绝。', ['401.1']],
  ['Russian', 'Ошибка HTTP 401.2 - Unauthorized', ['401.2']],
  ['an en dash', 'HTTP Error 401.3 – Unauthorized', ['401.3']],
  [
    'IIS 5 and 6',
    'HTTP 401.1 - Unauthorized: Logon Failed\nInternet Information Services',
    ['401.1'],
  ],
  ['the title alone', 'IIS 10.0 Detailed Error - 401.2 - Unauthorized', ['401.2']],
  [
    'a German remote page',
    '401 – Nicht autorisiert: Der Zugriff wurde verweigert.',
    ['short | 401'],
  ],
  [
    'ASP.NET in another language',
    "Erreur serveur dans l'application '/'.\nMessage d'erreur 401.2. : Non autorisé : échec de la connexion.\nInformations sur la version : Microsoft .NET Framework Version :4.0.30319; ASP.NET Version :4.7.3",
    ['asp.net | 401.2'],
  ],
  ['a locked section', 'HTTP Error 500.19 - Internal Server Error', ['500.19']],
  [
    'two pages',
    'HTTP Error 401.2 - Unauthorized\n\nand from the client\n\nHTTP Error 401.1 - Unauthorized',
    ['401.2', '401.1'],
  ],
  // What is no page.
  ['a status line', 'HTTP/1.1 401 Unauthorized', []],
  ['prose', 'I get HTTP Error 401.2 when I open the site.', []],
  ['a typed number', 'HTTP Error 401.2', []],
  ['a bare status', '401 Unauthorized', []],
  [
    'a list of statuses',
    '401 - Unauthorized: log on\n403 - Forbidden: no\n404 - Not found: gone',
    [],
  ],
  [
    'an article on all of them',
    [1, 2, 3, 4, 5, 7].map((n) => `HTTP Error 401.${n} - Unauthorized`).join('\n'),
    [],
  ],
  ['an unknown substatus', 'HTTP Error 401.99 - Unauthorized', []],
  ['a notification in code', 'app.AuthenticateRequest += OnAuthenticate;\nAuthenticateRequest', []],
];

for (const [what, text, expected] of ROWS) {
  test(what, () => {
    assert.deepEqual(pagesIn(text).map(brief), expected);
  });
}

test('what another reader has explained is left alone', () => {
  const text = GERMAN;
  const claimed = [{ start: 0, end: text.length }];
  assert.equal(errorPage.read(text, { ...NOTHING, claimed }), undefined);
});

test('the advice of a page is claimed with it, and evidence in between is not', () => {
  const text = fixture('iis-express-401-1.txt');
  const covered = (part: string, inside = text) => {
    const at = inside.indexOf(part);
    return (read(inside)?.claimed ?? []).some(({ start, end }) => start <= at && at < end);
  };
  assert.ok(covered('Invalid Kerberos configuration may be'));
  const mixed = text.replace('Things you can try:', 'klist failed with 0xc000018b');
  assert.ok(!covered('0xc000018b', mixed));
  assert.ok(covered('0xc000006d', mixed));
});

const ALL = [...FIXTURES.map(([name]) => fixture(name)), ...ROWS.map(([, text]) => text)];

function assertSound(text: string): void {
  const reading = read(text);
  for (const { start, end } of reading?.claimed ?? []) {
    assert.ok(start >= 0 && start <= end && end <= text.length);
  }
  for (const { at, code, codeAt, url } of pagesIn(text)) {
    assert.ok(at.start >= 0 && at.start < at.end && at.end <= text.length);
    if (codeAt) assert.match(text.slice(codeAt.start, codeAt.end), /0x/i);
    assert.ok(code === undefined || (code >= 0 && code <= 0xffff_ffff));
    assert.ok(url === undefined || url.startsWith('http'));
  }
}

test('no prefix throws, and the prefix of a page never shows another status', () => {
  for (const text of ALL) {
    for (let end = 0; end < text.length; end += 7) assertSound(text.slice(0, end));
  }
  for (const [name, expected] of FIXTURES) {
    const text = fixture(name);
    for (let end = 0; end < text.length; end += 11) {
      for (const page of pagesIn(text.slice(0, end))) {
        const { status, substatus } = page;
        assert.ok(
          expected.includes(statusText({ status: 401, ...page }) ?? ''),
          `${status} ${substatus}`,
        );
      }
    }
  }
});

test('damaged pages are read without an exception, with places inside the text', () => {
  assertDamaged(ALL, assertSound, { longest: 4_000 });
});

test('reading is linear', async () => {
  for (const piece of [
    'HTTP ',
    'Module ',
    'AuthenticateRequest\n',
    '<td>',
    '<td',
    '&lt;td ',
    'HTTP Error 401.1 - Unauthorized\n',
    fixture('iis-express-401-1.txt'),
  ]) {
    await assertLinear(piece, read);
  }
});
