import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { decode } from '../../index.ts';
import type { Decoded } from '../../contract/decoded.ts';
import { HAR_ENTRIES } from '../../limits.ts';
import { har } from './reader.ts';
import { seenHar } from './seen.ts';

const TYPE_1 = 'TlRMTVNTUAABAAAAB4IIogAAAAAoAAAAAAAAACgAAAAKALpHAAAADw==';
const TICKET = 'YII+wgYGKwYBBQUCoII=';

interface Told {
  readonly url?: string;
  readonly status?: number;
  readonly sent?: Readonly<Record<string, string>>;
  readonly got?: Readonly<Record<string, string>>;
  readonly more?: object;
}

const headers = (of: Readonly<Record<string, string>> = {}) =>
  Object.entries(of).map(([name, value]) => ({ name, value }));

const entry = ({ url = 'http://portal.contoso.com/a', status = 200, sent, got, more }: Told) => ({
  startedDateTime: '2026-11-20T09:14:02.118Z',
  request: { method: 'GET', url, httpVersion: 'HTTP/1.1', headers: headers(sent), cookies: [] },
  response: { status, statusText: '', headers: headers(got), content: { text: '{"a":"}"}' } },
  ...more,
});

const file = (creator: string, entries: readonly object[], indent?: number) =>
  JSON.stringify({ log: { creator: { name: creator, version: '1' }, entries } }, null, indent);

const brief = ({ messages = [] }: Decoded): string[] =>
  messages.map(({ direction, method, host, target, status, schemes = [], ...rest }) =>
    [
      direction === 'request' ? `${method ?? ''} ${host ?? ''}${target ?? ''}` : status,
      ...schemes,
      rest.lacksCredentials ? 'lacks' : '',
      rest.connection ?? '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );

const OFFER = { 'WWW-Authenticate': 'Negotiate\nNTLM', Server: 'Microsoft-IIS/10.0' };

test('a handshake is read with its tokens, and their places are those in the file', async () => {
  const text = file('Fiddler', [
    entry({ status: 401, got: OFFER, more: { connection: 'ClientPort:1;EgressPort:2' } }),
    entry({ status: 401, sent: { Authorization: `NTLM ${TYPE_1}` } }),
  ]);
  const decoded = await decode(text);
  assert.deepEqual(decoded.kinds, ['har', 'http', 'token']);
  assert.deepEqual(brief(decoded), [
    'GET portal.contoso.com/a ClientPort:1;EgressPort:2',
    '401 Negotiate NTLM ClientPort:1;EgressPort:2',
    'GET portal.contoso.com/a NTLM',
    '401',
  ]);
  const [token] = decoded.tokens;
  assert.ok(token);
  assert.equal(token.ntlm?.type, 1);
  assert.equal(text.slice(token.at.start, token.at.end), TYPE_1.replace('==', ''));
  const answers = decoded.messages?.filter(({ status }) => status === 401) ?? [];
  assert.deepEqual(
    answers.map(({ at }) => text.slice(at.start, at.start + 3)),
    ['401', '401'],
  );
});

test('a token whose plus is escaped, as .NET writes it, is read whole', async () => {
  const text = file('Fiddler', [
    entry({ status: 401, got: OFFER }),
    entry({ sent: { Authorization: `Negotiate ${TICKET}` } }),
  ]).replace('YII+', 'YII\\u002B');
  const [token] = (await decode(text)).tokens;
  assert.equal(token?.scheme, 'Negotiate');
  assert.equal(token.bytes, 14);
});

test('members in any order, HTTP/2 and a byte order mark', async () => {
  const text = `\ufeff${JSON.stringify({
    log: {
      entries: [
        {
          response: { headers: headers({ 'www-authenticate': 'Negotiate' }), status: 401 },
          request: {
            headers: headers({ ':authority': 'api.contoso.com', ':method': 'PUT', ':path': '/x' }),
            url: 'https://api.contoso.com/orders?token=1',
            method: 'GET',
          },
          startedDateTime: '2026-11-20T09:14:02Z',
        },
      ],
      creator: { version: '2', name: 'Firefox' },
    },
  })}`;
  assert.deepEqual(brief(await decode(text)), [
    'GET api.contoso.com/orders?token=1',
    '401 Negotiate',
  ]);
});

test('entries are read in the order of their times', async () => {
  const at = (time: string, url: string) => entry({ url, more: { startedDateTime: time } });
  const text = file('Fiddler', [
    at('2026-11-20T09:14:03Z', 'http://b.contoso.com/'),
    at('2026-11-20T10:14:02+01:00', 'http://a.contoso.com/'),
  ]);
  assert.deepEqual(
    brief(await decode(text)).filter((line) => line.startsWith('GET')),
    ['GET a.contoso.com/', 'GET b.contoso.com/'],
  );
});

/** [name, creator, entries, what is lacking] */
const RECORDINGS: readonly (readonly [string, string, readonly object[], string | undefined])[] = [
  ['Chrome without a secret', 'WebInspector', [entry({ status: 401 })], 'credentials'],
  ['Chrome with a cookie', 'WebInspector', [entry({ sent: { cookie: 'a=1' } })], undefined],
  ['Chrome with a token', 'WebInspector', [entry({ sent: { authorization: 'NTLM' } })], undefined],
  ['Firefox', 'Firefox', [entry({ status: 401 })], undefined],
  ['Playwright', 'Playwright', [entry({ sent: { cookie: 'a=1' } })], 'steps'],
];

for (const [name, creator, entries, lacks] of RECORDINGS) {
  test(`what a file lacks: ${name}`, async () => {
    const { facts } = await decode(file(creator, entries));
    const recording = facts.find(({ kind }) => kind === 'recording');
    assert.ok(recording?.kind === 'recording');
    assert.equal(recording.lacks, lacks);
    assert.equal(recording.program, `${creator} 1`);
  });
}

const ids = async (text: string) => (await decode(text)).findings.map(({ id }) => id);

test('a sanitised file is no proof that the client did not answer', async () => {
  const two = [entry({ status: 401, got: OFFER }), entry({ status: 401, got: OFFER })];
  const sanitised = await ids(file('WebInspector', two));
  assert.ok(sanitised.includes('har.left-out'), sanitised.join());
  assert.ok(!sanitised.includes('http.unanswered'), sanitised.join());
  const whole = await ids(file('Firefox', two));
  assert.ok(whole.includes('http.unanswered'), whole.join());
  assert.ok(!whole.includes('har.left-out'), whole.join());
});

test('a file without a 401 says so', async () => {
  assert.ok((await ids(file('Firefox', [entry({})]))).includes('har.no-refusal'));
  assert.ok(!(await ids(file('Firefox', [entry({ status: 401 })]))).includes('har.no-refusal'));
});

test("the browser's own error is read", async () => {
  const failed = entry({ status: 401, got: OFFER });
  const text = file('Playwright', [
    {
      ...failed,
      response: { ...failed.response, _failureText: 'net::ERR_INVALID_AUTH_CREDENTIALS' },
    },
  ]);
  assert.ok((await decode(text)).facts.some(({ kind }) => kind === 'errorText'));
});

test('cookies, bodies and addresses that are no HTTP are left out', async () => {
  const text = file('Firefox', [
    entry({ url: 'data:text/html,a' }),
    entry({ status: 0, got: {} }),
    entry({ sent: { 'X-Note': 'HTTP/1.1 401 Unauthorized', Cookie: 'Authorization: NTLM' } }),
  ]);
  assert.deepEqual(brief(await decode(text)), [
    'GET portal.contoso.com/a',
    'GET portal.contoso.com/a',
    '200',
  ]);
});

test('of very many requests those with a logon are kept', async () => {
  const many = Array.from({ length: HAR_ENTRIES + 5 }, () => entry({}));
  const { messages = [], problems } = await decode(
    file('Firefox', [...many, entry({ status: 401 })]),
  );
  assert.equal(messages.filter(({ direction }) => direction === 'request').length, HAR_ENTRIES);
  assert.equal(messages.filter(({ status }) => status === 401).length, 1);
  assert.match(problems[0]?.message ?? '', /^Only 2000 of 2006 requests/);
});

test('other JSON is not taken for it', async () => {
  for (const text of [
    '{"request":{"url":"http://a/"},"policyValues":{}}',
    '{"log":{"version":"1.2","entries":[]}}',
    'The "request": { has no "headersSize": here.',
  ]) {
    assert.equal(await har.read(text, { claimed: [] } as never), undefined, text);
  }
});

const WHOLE = file(
  'WebInspector',
  [entry({ status: 401, got: OFFER }), entry({ sent: { Authorization: `NTLM ${TYPE_1}` } })],
  1,
);

async function assertPlaced(text: string): Promise<Decoded> {
  const decoded = await decode(text);
  const { facts, problems, messages = [], tokens } = decoded;
  // What is missing at the end of a cut token has no characters.
  assert.ok(problems.every(({ at }) => at.start <= at.end && at.end <= text.length));
  for (const { at } of [...facts, ...messages, ...tokens]) {
    assert.ok(at.start >= 0 && at.start < at.end && at.end <= text.length, JSON.stringify(at));
  }
  return decoded;
}

test('no prefix throws, and a longer one never shows less', async () => {
  let before = 0;
  for (let cut = 0; cut <= WHOLE.length; cut += 11) {
    const prefix = WHOLE.slice(0, cut);
    const { messages = [] } = await assertPlaced(prefix);
    if (seenHar(prefix)) {
      assert.ok(messages.length >= before, `${messages.length} messages at ${cut}`);
      before = messages.length;
    }
  }
  assert.equal(before, 4);
});

test('damage does not throw, and places are within the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.string(), async (a, b, piece) => {
      const [from = 0, to = 0] = [a, b].map((n) => n % WHOLE.length).sort((x, y) => x - y);
      await assertPlaced(WHOLE.slice(0, from) + piece + WHOLE.slice(to));
    }),
    { numRuns: 150 },
  );
});

test('time grows with the length', async () => {
  for (const piece of [
    `${JSON.stringify(entry({ status: 401, got: OFFER }))},`,
    '{"request":{"headersSize":',
    '"request":{"url":"http://a","method":"GET","headers":[{"name":"a","value":"',
    '\\"',
  ]) {
    await assertLinear(piece, (text) => har.read(text, { claimed: [] } as never));
  }
});
