/** What lists and details of packets state, and what only looks like one. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { assertMixed } from '../../../../tests/unit/reader-table.ts';
import type { Fact } from '../../facts/fact.ts';
import { spelled } from '../../facts/names.ts';
import { articleAt, decode } from '../../index.ts';
import { packetList } from './reader.ts';
import { seenPacketList } from './seen.ts';

const FOLDER = new URL('fixtures/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8');
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -4));

const read = async (text: string) => packetList.read(text, { claimed: [], inner: [], options: {} });

function brief(fact: Fact): string {
  if (fact.kind === 'ticket') return `issued ${spelled(fact.spn)}`;
  if (fact.kind === 'ticketRefused')
    return `refused ${fact.code} ${fact.spn ? spelled(fact.spn) : ''}`.trim();
  if (fact.kind === 'listedNtlm') return `NTLM ${fact.type} ${fact.user ?? ''}`.trim();
  return fact.kind;
}

interface Stated {
  readonly facts: string[];
  readonly messages?: string[];
}

const ROWS: Record<string, Stated> = {
  'netmon-etype': { facts: ['refused 14'] },
  'netmon-trust': { facts: ['refused 31 HTTP/portal.eu.contoso.com'] },
  'netmon-issued': { facts: ['issued HTTP/portal.contoso.com'] },
  'netmon-http': {
    facts: [],
    messages: [
      'GET /app portal.contoso.com',
      '401 Negotiate',
      'GET /app portal.contoso.com Negotiate',
      '200',
    ],
  },
  'wireshark-ntlm': {
    facts: ['NTLM 1', 'NTLM 2', 'NTLM 3 CONTOSO\\alex'],
    messages: ['GET /app', '401', 'GET /app', '401'],
  },
  'wireshark-kerberos': { facts: ['refused 7'] },
  'wireshark-details': { facts: ['refused 7 HTTP/portal.contoso.com'] },
};

const WRAPPINGS: [name: string, wrap: (text: string) => string][] = [
  ['as it is', (text) => text],
  ['quoted', (text) => text.replace(/^/gm, '> ')],
  ['with doubled line ends', (text) => text.replace(/\n/g, '\n\n')],
  ['with Windows line ends', (text) => text.replace(/\n/g, '\r\n')],
];

for (const name of NAMES) {
  for (const [wrapping, wrap] of WRAPPINGS) {
    test(`${name} ${wrapping}`, async () => {
      const found = await read(wrap(fixture(name)));
      assert.deepEqual(found?.kinds, ['capture']);
      assert.deepEqual((found.facts ?? []).map(brief), ROWS[name]?.facts);
      const messages = (found.messages ?? []).map(({ method, target, host, status, schemes }) =>
        [method, target, host, status, schemes?.join()]
          .filter((part) => part !== undefined)
          .join(' '),
      );
      assert.deepEqual(messages, ROWS[name]?.messages ?? []);
    });
  }
}

const OTHERS: [name: string, text: string][] = [
  ['prose', 'Filter for KRB5 and HTTP 401 in Wireshark, and look for NTLMSSP.'],
  [
    'a row of an IIS log',
    '2026-03-02 09:14:05 10.0.0.1 GET /app - 80 - 10.0.0.2 HTTP/1.1 x 401 2 5 1',
  ],
  ['a row of NCSA', '10.0.0.2 - - [02/Mar/2026:09:14:05 +0000] "GET / HTTP/1.1" 401 1293'],
  ['headers', 'GET /app HTTP/1.1\nHost: portal.contoso.com'],
];

for (const [name, text] of OTHERS) {
  test(`${name} is no list of packets`, async () => {
    assert.equal(await read(text), undefined);
  });
}

const FIRST: [
  name: string,
  id: string,
  article: string,
  title: RegExp,
  checks: Record<string, string>,
][] = [
  [
    'netmon-etype',
    'case.kdc-refused',
    'rc4-disabled-etype',
    /KDC_ERR_ETYPE_NOSUPP/,
    { 'encryption-type': 'failed' },
  ],
  [
    'netmon-trust',
    'case.kdc-refused',
    'cross-forest',
    /could not decrypt the ticket that came with the request/,
    { 'trusted-domains': 'known' },
  ],
  [
    'netmon-issued',
    'case.trace-ticket-issued',
    'expected-spn',
    /issued a ticket for HTTP\/portal/,
    { 'ticket-issued': 'passed', 'requested-name': 'known' },
  ],
  [
    'wireshark-ntlm',
    'packet-list.ntlm',
    '401-1-bad-credentials',
    /as CONTOSO\\alex, and the answer to its last message is 401/,
    { 'client-sent': 'failed' },
  ],
  [
    'wireshark-kerberos',
    'case.kdc-refused',
    'spn-missing',
    /KDC_ERR_S_PRINCIPAL_UNKNOWN/,
    { 'ticket-issued': 'failed' },
  ],
  [
    'wireshark-details',
    'case.kdc-refused',
    'spn-missing',
    /for HTTP\/portal\.contoso\.com with/,
    { 'ticket-issued': 'failed' },
  ],
];

for (const [name, id, article, title, checks] of FIRST) {
  test(`${name} leads to ${article}`, async () => {
    const decoded = await decode(fixture(name));
    const [first] = decoded.findings;
    assert.equal(first?.id, id, first?.title);
    assert.equal(articleAt(first.article), article);
    assert.match(first.title, title);
    for (const [check, state] of Object.entries(checks)) {
      const found = decoded.checks.find((one) => one.id === check);
      assert.equal(found?.known === undefined ? found?.state : 'known', state, check);
    }
    assert.ok(decoded.findings.every((one) => !one.id.startsWith('code.')));
  });
}

test('cut or mixed up, it never throws, and places stay within the text', async () => {
  await assertMixed({ reader: packetList, seen: seenPacketList, texts: NAMES.map(fixture) });
});

for (const piece of [
  'KerberosV5:TGS Request ',
  '1 0.1 a b KRB5 1 AS-REQ\n',
  'HTTP:Request, GET / ',
  'msg-type: krb-error (30)\n',
  '1 HTTP ',
]) {
  test(`linear in ${JSON.stringify(piece)}`, async () => {
    await assertLinear(piece, read);
  });
}
