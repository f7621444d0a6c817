/** What traces of Kerberos state, and what only looks like one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { assertMixed } from '../../../../tests/unit/reader-table.ts';
import type { Fact } from '../../facts/fact.ts';
import { spelled, type Spn } from '../../facts/names.ts';
import { gssTrace } from './reader.ts';
import { seenGssTrace } from './seen.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));

const read = async (text: string) => gssTrace.read(text, { claimed: [], inner: [], options: {} });

/** A fact in brief. */
function brief(fact: Fact): string {
  const { spn } = { spn: undefined, ...fact } as { spn?: Spn };
  const name = spn ? ` ${spelled(spn)}` : '';
  switch (fact.kind) {
    case 'ticket':
      return `${fact.seen}${name}`;
    case 'ticketRefused':
      return `refused ${fact.code}${name}`;
    case 'gssFailure':
      return `failure ${fact.side ?? '?'} ${fact.routine ?? ''}/${fact.code ?? ''}${name}`;
    case 'keytabKeyMissing':
      return `no key: ${fact.what} ${fact.kvno ?? '?'} ${fact.etype ?? '?'}${name} ${fact.keytab ?? ''}`.trim();
    case 'ticketAccepted':
      return `accepted ${fact.etype ?? '?'}${name}`;
    case 'keytabEntry':
      return `key ${fact.kvno} ${fact.etype ?? '?'}${name}`;
    case 'browserAnswer':
      return `${fact.isAllowed ? 'may' : 'may not'} answer ${fact.host ?? ''}${fact.delegates ? ' and delegate' : ''}`.trim();
    default:
      return fact.kind;
  }
}

const WEB = 'HTTP/portal.contoso.com';
const ROWS: Record<string, string[]> = {
  'mit-wrapped': ['cache KRBTGT/contoso.com'],
  'mit-refused': ['cache KRBTGT/contoso.com', `refused 7 ${WEB}`],
  'mit-issued': [`issued ${WEB}`],
  'mit-acceptor': [`accepted 18 ${WEB}`],
  'mit-not-decrypted': [
    `no key: version 5 18 ${WEB} FILE:/etc/http.keytab`,
    `no key: wrong 4 18 ${WEB}`,
  ],
  sssd: ['failure ? /7', 'refused 7', 'refused 24'],
  'java-error': [`refused 7 ${WEB}`],
  'java-keys': [`key 3 18 ${WEB}`, `key 3 17 ${WEB}`, 'no key: etype ? 23'],
  'apache-kerb': ['failure server 1/', 'failure server 1/'],
  'apache-gssapi': [`no key: wrong 5 18 ${WEB}`],
  nginx: [`no key: entry ? ? ${WEB}`],
  python: ['failure client 13/', 'failure client /7'],
  gokrb5: [`refused 7 ${WEB}`],
  heimdal: [`refused 7 ${WEB}`],
  firefox: ['may answer portal.contoso.com and delegate', 'may not answer'],
};

for (const name of NAMES) {
  test(`${name} in full`, async () => {
    const found = await read(fixture(name));
    assert.deepEqual(found?.kinds, ['gss-trace']);
    assert.deepEqual((found.facts ?? []).map(brief), ROWS[name]);
  });
}

const WRAPPINGS: [name: string, wrap: (text: string) => string][] = [
  ['quoted', (text) => text.replace(/^/gm, '> ')],
  ['in a fence', (text) => `\`\`\`\n${text}\n\`\`\``],
  ['with doubled line ends', (text) => text.replace(/\n/g, '\n\n')],
  ['with entities', (text) => text.replaceAll('>', '&gt;').replaceAll("'", '&#39;')],
  ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
];

for (const [wrapping, wrap] of WRAPPINGS) {
  for (const name of NAMES) {
    test(`${name} ${wrapping}`, async () => {
      const found = await read(wrap(fixture(name)));
      assert.deepEqual((found?.facts ?? []).map(brief), ROWS[name]);
    });
  }
}

const OTHERS: [name: string, text: string][] = [
  ['a row of an IIS log', '2026-03-02 09:14:05 10.0.0.1 GET /app - 80 - 10.0.0.2 x 401 2 5 1'],
  ['a sentence on keytabs', 'You need a keytab for the service, and a key version that fits.'],
  [
    'a list of keys',
    'Keytab name: FILE:/etc/krb5.keytab\nKVNO Principal\n   4 HTTP/web@CONTOSO.COM',
  ],
  ['a process id and a time', '[1234] 12:30: started'],
  ['a number that is no error', 'Order 1765328377 was shipped.'],
  ['service = in another file', 'service = portal.contoso.com'],
];

for (const [name, text] of OTHERS) {
  test(`${name} is no trace`, async () => {
    assert.deepEqual((await read(text))?.facts ?? [], []);
  });
}

test('what the cache does not have, and success, are no errors', async () => {
  const found = await read(fixture('mit-refused').split('\n').slice(0, 3).join('\n'));
  assert.deepEqual((found?.facts ?? []).map(brief), ['cache KRBTGT/contoso.com']);
});

test('a log of nginx without a failure is recognised, and states nothing', async () => {
  const found = await read(
    '2026/03/02 09:14:05 [debug] 1#0: *4 my_gss_name HTTP/web.contoso.com@CONTOSO.COM',
  );
  assert.deepEqual([found?.kinds, found?.facts], [['gss-trace'], []]);
});

test('the numbers of errors are explained, so that nobody looks them up', async () => {
  for (const name of ['mit-refused', 'sssd', 'python', 'gokrb5']) {
    const text = fixture(name);
    const claimed = ((await read(text))?.claimed ?? []).map(({ start, end }) =>
      text.slice(start, end),
    );
    for (const number of text.match(/-1765328\d{3}|KDC_ERR_\w+/g) ?? []) {
      assert.ok(
        claimed.some((piece) => piece.includes(number)),
        `${name}: ${number}`,
      );
    }
  }
});

test('cut or mixed up, it never throws, and places stay within the text', async () => {
  await assertMixed({ reader: gssTrace, seen: seenGssTrace, texts: NAMES.map(fixture) });
});

for (const piece of [
  '[1] 1234567890.1: ',
  '[1] 1234567890.1: Getting a ->\n',
  '>>>KRBError:\n',
  '-1765328377 ',
  'Request ticket server a kvno ',
]) {
  test(`linear in ${JSON.stringify(piece)}`, async () => {
    await assertLinear(piece, read);
  });
}
