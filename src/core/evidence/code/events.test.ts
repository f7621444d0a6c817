/** Events as Windows hands them out: copied from Event Viewer, its XML view, or PowerShell. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readCodes } from './find-codes.ts';
import { decode } from '../../index.ts';
import { assertLinear } from '../../../../tests/unit/linear.ts';

const fixture = (name: string) => readFileSync(`tests/fixtures/events/${name}.txt`, 'utf8');

/** Fixture, codes in the order of the paste, code of the first finding, its article. */
const EVENTS: [string, string[], string, string][] = [
  [
    '4625-event-viewer',
    ['Event 4625', 'STATUS_LOGON_FAILURE', 'STATUS_WRONG_PASSWORD'],
    'STATUS_WRONG_PASSWORD',
    '/causes/401-1-bad-credentials/',
  ],
  [
    '4625-xml',
    ['Event 4625', 'STATUS_LOGON_FAILURE', 'STATUS_NO_SUCH_USER'],
    'STATUS_NO_SUCH_USER',
    '/causes/401-1-bad-credentials/',
  ],
  [
    '4625-format-list',
    ['Event 4625', 'STATUS_BAD_BINDINGS'],
    'STATUS_BAD_BINDINGS',
    '/kerberos/extended-protection-401/',
  ],
  [
    '4771-event-viewer',
    ['Event 4771', 'KDC_ERR_PREAUTH_FAILED'],
    'KDC_ERR_PREAUTH_FAILED',
    '/causes/401-1-bad-credentials/',
  ],
  [
    '4771-xml',
    ['Event 4771', 'KDC_ERR_CLIENT_REVOKED'],
    'KDC_ERR_CLIENT_REVOKED',
    '/causes/401-1-bad-credentials/',
  ],
  [
    '4768-event-viewer',
    ['Event 4768', 'KDC_ERR_C_PRINCIPAL_UNKNOWN'],
    'KDC_ERR_C_PRINCIPAL_UNKNOWN',
    '/causes/401-1-bad-credentials/',
  ],
  [
    '4769-event-viewer',
    ['Event 4769', 'KDC_ERR_S_PRINCIPAL_UNKNOWN'],
    'KDC_ERR_S_PRINCIPAL_UNKNOWN',
    '/kerberos/spn-missing/',
  ],
  [
    '4769-success',
    ['Event 4769', 'KDC_ERR_NONE'],
    'A Kerberos service ticket was requested',
    '/kerberos/spn-identity-match/',
  ],
  [
    '4776-event-viewer',
    ['Event 4776', 'STATUS_WRONG_PASSWORD'],
    'STATUS_WRONG_PASSWORD',
    '/causes/401-1-bad-credentials/',
  ],
  [
    'kerberos-4-event-viewer',
    ['Event 4', 'KRB_AP_ERR_MODIFIED'],
    'KRB_AP_ERR_MODIFIED',
    '/kerberos/krb-ap-err-modified/',
  ],
  ['kdc-25-xml', ['Event 25'], 'S4U2Self', '/delegation/protocol-transition-s4u/'],
];

for (const [name, codes, first, article] of EVENTS) {
  void test(`${name} gives ${codes.join(', ')}`, async () => {
    const decoded = await decode(fixture(name));
    // Some descriptions are also messages of their own, known by their wording.
    assert.deepEqual(
      decoded.kinds.filter((kind) => kind !== 'sentence'),
      ['code'],
    );
    assert.deepEqual(
      decoded.codes?.map((code) => code.name),
      codes,
    );
    const [finding] = decoded.findings;
    assert.ok(finding?.title.includes(first), finding?.title);
    assert.equal(finding?.article, article);
    assert.deepEqual(decoded.problems, []);
  });

  void test(`${name} says the same with the line ends of Windows, and with tabs`, async () => {
    const names = async (text: string) => (await decode(text)).codes?.map((code) => code.name);
    assert.deepEqual(await names(fixture(name).replaceAll('\n', '\r\n')), codes);
    assert.deepEqual(await names(fixture(name).replaceAll(/ {4,}/g, '\t\t\t')), codes);
  });
}

const IDS: [string, string[]][] = [
  ['Event ID:      25\nSource:        Microsoft-Windows-Security-Kerberos', []],
  ['Event ID:      25\nSource:        Microsoft-Windows-FilterManager', []],
  ['Source:        Kerberos-Key-Distribution-Center\nEvent ID:      25', ['Event 25']],
  ['Source:\t\tSecurity-Kerberos\nEvent ID:\t\t\t4', ['Event 4']],
  ['Event ID          :          4625', ['Event 4625']],
  ['<EventID Qualifiers="16384">4</EventID> Security-Kerberos', ['Event 4']],
  ["<EventID Qualifiers=''>4625</EventID>", ['Event 4625']],
  ['TimeCreated  : 11/20/2026\nId           : 4769', ['Event 4769']],
  ['ProviderName : NETLOGON\nInstanceId   : 5719', ['Event 5719']],
  ['Name : w3wp\nId   : 4625', []],
  ['<EventID>4625', []],
];

for (const [text, expected] of IDS) {
  void test(`the events of ${JSON.stringify(text)}`, async () => {
    const { codes = [] } = await decode(text);
    const known = codes.filter(({ reference }) => reference?.includes('/events/'));
    assert.deepEqual(
      known.map(({ name }) => name),
      expected,
    );
  });
}

void test('of several events each is told by the provider next to it', async () => {
  const event = (source: string) =>
    `Log Name:      System\nSource:        ${source}\nEvent ID:      7\n${'Text. '.repeat(200)}\n`;
  const kdc = 'Microsoft-Windows-Kerberos-Key-Distribution-Center';
  const kerberos = 'Microsoft-Windows-Security-Kerberos';
  const { codes = [] } = await decode(event(kerberos) + event(kdc));
  assert.deepEqual(
    codes.map(({ reference }) => reference?.replace(/.*#/, '')),
    ['event-security-kerberos-7', 'event-kerberos-key-distribution-center-7'],
  );
});

void test('a part of a security identifier is no code', async () => {
  const { codes } = await decode('Security ID: S-1-5-21-3221225581-2148074254-2148074252-1104');
  assert.equal(codes, undefined);
});

for (const piece of [
  `Event ID${' '.repeat(70)}`,
  'Event ID 7 ',
  'Event ID: 7 Security-Kerberos Kerberos-Key-Distribution-Center\n',
  '<EventID>7</EventID>',
  '<EventID Qualifiers="',
  'TimeCreated\nId : 7\n',
  `Id${' '.repeat(63)}:${' '.repeat(63)}\n`,
  `Failure Code${'\t'.repeat(70)}`,
  'Sub Status:  0xC000006A\n',
  'S-1-5-21-',
]) {
  void test(`${JSON.stringify(piece.slice(0, 30))} again and again is read in linear time`, () =>
    assertLinear(piece, (text) => readCodes(text, [])));
}
