/** What is concluded from log rows: the samples of the articles, and each check by itself. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { factBaseOf, findingsOf, lines, type Named } from '../../../case/testing/judge.ts';
import type { Severity } from '../../../contract/decoded.ts';
import { LOG_RULES } from './rules.ts';
import { readLogText } from '../read-texts.ts';
import { fixture, logOf, row } from '../testing/help.ts';

function findings(text: string): Named[] {
  const reading = readLogText(text);
  return findingsOf(LOG_RULES, factBaseOf(text, reading?.log && { log: reading.log }));
}

const ids = (text: string) => findings(text).map(({ id }) => id);
const proofs = (text: string, finding: Named | undefined) =>
  finding?.evidence.map(({ start, end }) => text.slice(start, end));

interface Sample {
  finding: string;
  article: string;
  paste: string;
}

const SAMPLES = new URL('../../../../../content/samples/', import.meta.url);
const logSamples = readdirSync(SAMPLES)
  .map((file) => ({ file, ...(parse(readFileSync(new URL(file, SAMPLES), 'utf8')) as Sample) }))
  .filter(({ finding }) => finding.startsWith('log.'));

test('there is a sample for every log finding that an article can be entered by', () => {
  assert.ok(logSamples.length >= 26);
});

for (const { file, finding, article, paste } of logSamples) {
  test(`${file}: ${finding}, ${article}`, () => {
    const [first] = findings(paste);
    assert.deepEqual([first?.id, first?.article], [finding, article]);
    assert.deepEqual(readLogText(paste)?.problems, []);
    assert.ok((proofs(paste, first) ?? []).length > 0);
  });
}

const ANNA = { user: 'CONTOSO\\anna' };
const HANDSHAKE = [row('401 2 5'), row('401 1 2148074254'), row('304 0 0', ANNA)];

test('a normal NTLM handshake is ok, is no error, and shows its rows', () => {
  const text = logOf(...HANDSHAKE);
  const found = findings(text);
  assert.deepEqual(
    found.map(({ id, severity }) => [id, severity]),
    [['log.normal-ntlm-handshake', 'ok']],
  );
  assert.deepEqual(proofs(text, found[0]), [
    '401 2 5',
    '401 1 2148074254',
    'CONTOSO\\anna',
    '304 0 0',
  ]);
  assert.match(found[0]?.title ?? '', /401\.2, 401\.1, then 304 as CONTOSO\\anna/);
});

test('the bare codes of a handshake are one, too', () => {
  assert.deepEqual(ids('401 2 5\n401 1 2148074254\n200'), ['log.normal-ntlm-handshake']);
});

test('12 healthy handshakes and 2 refusals: the refusals are the verdict', () => {
  const healthy = Array.from({ length: 12 }, (_, i) =>
    HANDSHAKE.map((line) => line.replace('192.0.2.17', `192.0.2.${100 + i}`)),
  ).flat();
  const refused = ['/a', '/b'].flatMap((stem) =>
    ['401 2 5', '401 1 2148074254', '401 1 2148074252'].map((codes) => row(codes, { stem })),
  );
  const found = findings(logOf(...healthy, ...refused));
  assert.deepEqual(
    found.map(({ id }) => id),
    ['log.refused', 'log.normal-ntlm-handshake'],
  );
  assert.match(found[0]?.title ?? '', /^2 logons by 192\.0\.2\.17 at 2 resources/);
  assert.match(found[1]?.title ?? '', /^12 normal NTLM handshakes by 12 clients.*24 rows of 401/);
});

/** [paste of the founding documents, ids of its findings] */
const FOUNDING: [string, string[]][] = [
  ['preauth-row-wrapped.log', ['log.preauthenticated']],
  ['ntlm-handshake.log', ['log.normal-ntlm-handshake']],
  ['never-answered.log', ['log.never-answered']],
  ['secpkg-not-found.log', ['log.secpkg-not-found']],
];

for (const [file, expected] of FOUNDING) {
  test(`${file}: ${expected.join(', ')}`, () => {
    assert.deepEqual(ids(fixture(`founding/${file}`)), expected);
  });
}

/** [rows, id, severity, what the title says] */
const SAID: [string[], string, Severity, RegExp][] = [
  [
    [row('401 2 5'), row('200 0 0', ANNA)],
    'log.accepted-one-leg',
    'ok',
    /Kerberos, or a connection/,
  ],
  [
    [row('401 2 5'), row('200 0 0', { ...ANNA, time: '08:15:30' })],
    'log.accepted-after-prompt',
    'info',
    /asked for a password/,
  ],
  [[row('401 2 5')], 'log.never-answered', 'warning', /^1 request by 192\.0\.2\.17 at \/app\//],
  [[row('401 2 5'), row('401 1 2148074254')], 'log.abandoned', 'warning', /stopped half way/],
  [[row('401 1 2148074254')], 'log.preauthenticated', 'warning', /no 401\.2 before it/],
  [
    [row('401 1 1326', ANNA)],
    'log.refused',
    'error',
    /as CONTOSO\\anna was refused: 401\.1 with 1326/,
  ],
  [[row('401 1 1331', ANNA)], 'log.account-state', 'error', /ERROR_ACCOUNT_DISABLED/],
  [[row('401 1 1909', ANNA)], 'log.account-state', 'error', /locked out/],
  [[row('401 1 1385', ANNA)], 'log.logon-right', 'error', /logon right/],
  [[row('401 1 2148074310')], 'log.channel-binding', 'error', /Extended Protection/],
  [[row('401 1 2148074248')], 'log.broken-handshake', 'error', /different servers/],
  [[row('401 1 2148074245')], 'log.secpkg-not-found', 'error', /no security package/],
  [[row('401 1 2148074276')], 'log.clock-skew', 'error', /clocks differ/],
  [[row('401 1 2148074274')], 'log.kerberos-modified', 'error', /another account/],
  [[row('401 1 1355')], 'log.no-domain-controller', 'error', /no domain controller/],
  [[row('401 1 87')], 'log.unclassified', 'warning', /does not say why/],
  [[row('401 3 5', ANNA)], 'log.acl-denied', 'error', /ACL/],
  [[row('401 0 0')], 'log.application', 'error', /by the application \(401\.0\)/],
  [[row('401 111 0')], 'log.application', 'error', /\(401\.111\)/],
  [[row('401 4 5')], 'log.isapi-filter', 'error', /ISAPI filter/],
  [[row('401 5 0')], 'log.isapi-cgi', 'error', /ISAPI or CGI/],
  [[row('401 7 5', ANNA)], 'log.authorization-rule', 'error', /URL authorization/],
  [[row('401 501 0')], 'log.ip-restriction', 'error', /401\.501/],
  [[row('200 0 0', ANNA)], 'log.no-401', 'info', /^1 row read, and none of them is a 401/],
];

for (const [rows, id, severity, title] of SAID) {
  test(`${id}: ${title.source}`, () => {
    const [first, ...rest] = findings(logOf(...rows));
    assert.deepEqual([first?.id, first?.severity, rest.length], [id, severity, 0]);
    assert.match(first?.title ?? '', title);
  });
}

test('rows without a substatus: said, with the setting that brings it', () => {
  const ncsa = '192.0.2.17 - - [02/Mar/2026:08:15:02 +0100] "GET / HTTP/1.1" 401 3401';
  assert.deepEqual(ids(ncsa), ['log.unclassified', 'log.no-substatus']);
});

test('a table of counts: said to be one, nothing concluded', () => {
  const text = 'sc-status sc-substatus sc-win32-status Total\n401 2 5 4012\n200 0 0 8000';
  assert.deepEqual(ids(text), ['log.counts-only']);
  assert.match(
    findings(text)[0]?.title ?? '',
    /^4,012 401s counted by code, most often 401\.2 with 5/,
  );
});

test('HTTPERR: only reasons that speak of size are a finding', () => {
  const line = (reason: string) =>
    `2026-03-02 08:15:02 192.0.2.17 53335 10.0.0.4 443 HTTP/1.1 GET /app/ 400 - ${reason} -`;
  assert.deepEqual(ids(line('RequestLength')), ['log.header-too-long']);
  assert.deepEqual(ids(line('Hostname')), ['log.no-401']);
});

test('commands take over only names that a shell cannot misread', () => {
  const evil = row('401 1 1909', { user: 'x"; rm -rf /', stem: '/a$(calc)' }).replace(
    'x"; rm -rf /',
    'x";calc',
  );
  for (const next of findings(logOf(evil)).flatMap(({ next }) => lines(next))) {
    assert.doesNotMatch(next, /calc/);
  }
});

test('no log, no findings', () => {
  assert.deepEqual(ids('nothing of the kind'), []);
});

const NOT_A_401: readonly (readonly [codes: string, article: string])[] = [
  ['403 4 5', 'http-403-neighbours'],
  ['403 12 0', 'http-403-neighbours'],
  ['403 16 2148204809', 'http-403-neighbours'],
  ['500 19 33', '500-19-locked-auth-section'],
  ['500 24 50', '500-24-impersonation-integrated'],
];

for (const [codes, article] of NOT_A_401) {
  test(`${codes} is no 401, and leads to ${article} with its proof`, () => {
    const text = logOf(row(codes), row('200 0 0', ANNA));
    const [first] = findings(text);
    assert.deepEqual(
      [first?.id, first?.severity, first?.article],
      ['log.not-a-401', 'warning', article],
    );
    assert.deepEqual(proofs(text, first), [codes]);
  });
}

test('beside a refused logon, a 403 is said after it', () => {
  const refused = ['401 2 5', '401 1 2148074254', '401 1 2148074252'].map((codes) => row(codes));
  assert.deepEqual(ids(logOf(row('403 14 0'), ...refused)), ['log.refused', 'log.not-a-401']);
});

test('403.0 and 500.0 of an application are not mentioned', () => {
  assert.deepEqual(ids(logOf(row('403 0 0', ANNA), row('500 0 64', ANNA))), ['log.no-401']);
});

const CLOSED = [row('401 2 5'), row('401 1 64')];

test('a connection that is closed three times under the handshake is said first, once is not', () => {
  assert.equal(ids(logOf(...CLOSED, ...CLOSED, ...CLOSED))[0], 'log.keeps-closing');
  assert.deepEqual(ids(logOf(...CLOSED)), ['log.abandoned']);
});

test('closed connections among many requests without an answer are an accident', () => {
  const silent = Array.from({ length: 9 }, (_, i) => row('401 2 5', { stem: `/${i}` }));
  assert.ok(!ids(logOf(...silent, ...CLOSED, ...CLOSED, ...CLOSED)).includes('log.keeps-closing'));
});

test('Office and WebClient are named when they never get in, and not when they do', () => {
  const agent = 'Microsoft-WebDAV-MiniRedir/10.0.26100';
  const asked = row('401 2 5').replace(/Mozilla\S*/, agent);
  assert.notEqual(asked, row('401 2 5'));
  assert.equal(ids(logOf(asked, asked))[0], 'log.webdav-client');
  const answered = row('200 0 0', ANNA).replace(/Mozilla\S*/, agent);
  assert.ok(!ids(logOf(asked, answered)).includes('log.webdav-client'));
});
