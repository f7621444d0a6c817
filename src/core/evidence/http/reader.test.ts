/** What the reader of HTTP says, and what it hands on to the reader of tokens. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Context, Inner } from '../reader.ts';
import { http } from './reader.ts';
import { seenHttp } from './seen.ts';

const CONTEXT: Context = { claimed: [], inner: [], options: {} };
const read = async (text: string, context = CONTEXT) => http.read(text, context);

type Told = Pick<Inner, 'header' | 'scheme' | 'form'> & { written: string };

const TOKEN = 'oQcwBaADCgEC';
const NTLM = 'TlRMTVNTUAAB';
const INNER: [name: string, text: string, inner: Told[]][] = [
  [
    'a token',
    `Authorization: Negotiate ${TOKEN}`,
    [{ header: 'Authorization', scheme: 'Negotiate', form: 'base64', written: TOKEN }],
  ],
  [
    'two challenges in one header',
    `WWW-Authenticate: Negotiate ${TOKEN}, NTLM ${NTLM}`,
    [
      { header: 'WWW-Authenticate', scheme: 'Negotiate', form: 'base64', written: TOKEN },
      { header: 'WWW-Authenticate', scheme: 'NTLM', form: 'base64', written: NTLM },
    ],
  ],
  [
    'credentials in text',
    'Proxy-Authorization: Digest username="alex"',
    [
      {
        header: 'Proxy-Authorization',
        scheme: 'Digest',
        form: 'text',
        written: 'username="alex"',
      },
    ],
  ],
  ['an offer', 'WWW-Authenticate: Digest realm="x"', []],
];

for (const [name, text, inner] of INNER) {
  test(`hands on ${name}`, async () => {
    const reading = await read(text);
    const told = (reading?.inner ?? []).map(({ header, scheme, form, at }) => ({
      header,
      scheme,
      form,
      written: text.slice(at.start, at.end),
    }));
    assert.deepEqual(told, inner);
    for (const { at, within } of reading?.inner ?? []) {
      assert.ok(within.start <= at.start && at.end <= within.end);
    }
  });
}

test('a lone token is no HTTP yet, an offer is', async () => {
  assert.deepEqual((await read(`Authorization: Negotiate ${TOKEN}`))?.kinds, []);
  assert.deepEqual((await read('WWW-Authenticate: Negotiate'))?.kinds, ['http']);
  assert.equal(await read('The server answers.'), undefined);
});

test('what other readers have claimed is left alone', async () => {
  const text = `WWW-Authenticate: Negotiate\nAuthorization: NTLM ${TOKEN}`;
  const claimed = [{ start: 0, end: text.length }];
  assert.equal(await read(text, { ...CONTEXT, claimed }), undefined);
});

test('messages as curl --trace-ascii shows them', async () => {
  const text = [
    '=> Send header, 83 bytes (0x53)',
    '0000: GET /app HTTP/1.1',
    '0013: Host: web.contoso.com',
    '002a: ',
    '<= Recv header, 27 bytes (0x1b)',
    '0000: HTTP/1.1 401 Unauthorized',
    '<= Recv header, 29 bytes (0x1d)',
    '0000: WWW-Authenticate: Negotiate',
  ].join('\n');
  const told = (await read(text))?.messages?.map(({ method, host, status, schemes }) => ({
    method,
    host,
    status,
    schemes,
  }));
  assert.deepEqual(told, [
    { method: 'GET', host: 'web.contoso.com', status: undefined, schemes: undefined },
    { method: undefined, host: undefined, status: 401, schemes: ['Negotiate'] },
  ]);
});

test('what is pasted never makes it throw, and what it finds is seen', async () => {
  const piece = fc.oneof(
    fc.constantFrom('Authorization', ': ', '=', 'Negotiate ', 'Digest a="', '\\"', '\n', ', '),
    fc.constantFrom('GET / HTTP/1.1\n', 'HTTP/1.1 401\n', 'Status Code: 401\n', 'Host: x\n', TOKEN),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const text = pieces.join('');
      const reading = await read(text);
      if (!reading) return;
      assert.ok(seenHttp(text));
      for (const { start, end } of [
        ...reading.claimed,
        ...(reading.inner ?? []).map(({ at }) => at),
        ...(reading.problems ?? []).map(({ at }) => at),
      ]) {
        assert.ok(0 <= start && start <= end && end <= text.length);
      }
    }),
    { numRuns: 2000 },
  );
});
