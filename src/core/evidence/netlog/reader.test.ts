import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import { decode } from '../../index.ts';
import { netlog } from './reader.ts';
import { seenNetlog } from './seen.ts';

/** Other numbers than any release of Chromium has: only the file's own tables can name them. */
const TYPES = {
  AUTH_CONTROLLER: 901,
  AUTH_HANDLER_CREATE_RESULT: 902,
  AUTH_LIBRARY_INIT_SEC_CTX: 903,
  URL_REQUEST_START_JOB: 904,
  HTTP_TRANSACTION_SEND_REQUEST_HEADERS: 905,
  HTTP_TRANSACTION_READ_RESPONSE_HEADERS: 906,
  SOCKET_ALIVE: 907,
};
const ERRORS = { ERR_OF_SCHEME: -7001, ERR_OF_LIBRARY: -7002 };
const PHASES = { PHASE_BEGIN: 11, PHASE_END: 12, PHASE_NONE: 10 };

type Event = readonly [
  type: keyof typeof TYPES,
  phase: keyof typeof PHASES,
  source: number,
  params?: object,
];

const event = ([type, phase, id, params]: Event) => ({
  ...(params && { params }),
  phase: PHASES[phase],
  source: { id, start_time: '1', type: 1 },
  time: '1',
  type: TYPES[type],
});

const file = (events: readonly Event[], indent?: number): string =>
  JSON.stringify(
    {
      constants: { logEventPhase: PHASES, logEventTypes: TYPES, netError: ERRORS },
      events: events.map(event),
    },
    null,
    indent,
  );

const sends = (id: number, ...headers: string[]): Event => [
  'HTTP_TRANSACTION_SEND_REQUEST_HEADERS',
  'PHASE_NONE',
  id,
  { headers: ['Host: portal.contoso.com', ...headers] },
];
const answers = (id: number, ...headers: string[]): Event => [
  'HTTP_TRANSACTION_READ_RESPONSE_HEADERS',
  'PHASE_NONE',
  id,
  { headers },
];
const starts = (id: number, path: string): Event => [
  'URL_REQUEST_START_JOB',
  'PHASE_BEGIN',
  id,
  { method: 'GET', url: `http://portal.contoso.com${path}` },
];
const REFUSED = ['HTTP/1.1 401 Unauthorized', 'WWW-Authenticate: Negotiate'];
const NTLM = 'TlRMTVNTUAABAAAAB4IIogAAAAAoAAAAAAAAACgAAAAKALpHAAAADw==';

const scheme = (params: object): Event => [
  'AUTH_HANDLER_CREATE_RESULT',
  'PHASE_NONE',
  84,
  { origin: 'http://portal.contoso.com', ...params },
];
const asks = (id: number, spn: string): Event => [
  'AUTH_LIBRARY_INIT_SEC_CTX',
  'PHASE_BEGIN',
  id,
  { spn, flags: { delegated: false, mutual: false, value: '0x0' } },
];
const gets = (id: number, params: object): Event => [
  'AUTH_LIBRARY_INIT_SEC_CTX',
  'PHASE_END',
  id,
  params,
];

const factsIn = async (events: readonly Event[]): Promise<string[]> =>
  (await decode(file(events))).facts.map((fact) => {
    if (fact.kind === 'browserScheme') {
      const { scheme, host, error, allowsDefaultCredentials, isProxy } = fact;
      return [scheme, host, error, allowsDefaultCredentials, isProxy && 'proxy'].join(' ').trim();
    }
    if (fact.kind !== 'browserToken') return fact.kind;
    const { spn, code, error, mechanism, delegates } = fact;
    return [spn?.host, code?.toString(16), error, mechanism, delegates].join(' ');
  });

test('schemes: which may be used, and which may be answered unasked', async () => {
  assert.deepEqual(
    await factsIn([
      scheme({ scheme: 'negotiate', net_error: -7001 }),
      scheme({ scheme: 'ntlm', allows_default_credentials: false }),
      scheme({ scheme: 'basic' }),
      ['AUTH_CONTROLLER', 'PHASE_BEGIN', 85, { target: 'proxy' }],
      ['AUTH_HANDLER_CREATE_RESULT', 'PHASE_NONE', 85, { origin: 'http://p:8080', scheme: 'ntlm' }],
    ]),
    [
      'negotiate portal.contoso.com ERR_OF_SCHEME',
      'ntlm portal.contoso.com  false',
      'basic portal.contoso.com',
      'ntlm p   proxy',
    ],
  );
});

test('begin and end of a token belong together by their source', async () => {
  const status = { net_error: -7002, security_status: -2146893053 };
  assert.deepEqual(
    await factsIn([
      asks(84, 'HTTP/a.contoso.com'),
      asks(85, 'HTTP/b.contoso.com'),
      gets(85, {
        context: { mechanism: 'Kerberos', flags: { delegated: true } },
        status: { net_error: 0, security_status: 0 },
      }),
      gets(84, { status }),
      gets(86, { status: { net_error: -7002 } }),
    ]),
    [
      'b.contoso.com 0  Kerberos true',
      'a.contoso.com 80090303 ERR_OF_LIBRARY  false',
      '  ERR_OF_LIBRARY  ',
    ],
  );
});

const ids = async (events: readonly Event[]) =>
  (await decode(file(events))).findings.map(({ id }) => id);
const checkOf = async (events: readonly Event[], check: string) =>
  (await decode(file(events))).checks.find(({ id }) => id === check)?.state;

test('what the rules say', async () => {
  const no = [scheme({ scheme: 'ntlm', allows_default_credentials: false })];
  const yes = [scheme({ scheme: 'negotiate', allows_default_credentials: true })];
  assert.ok((await ids(no)).includes('netlog.may-not-answer'));
  assert.equal(await checkOf(no, 'browser-answers'), 'failed');
  assert.equal(await checkOf(yes, 'browser-answers'), 'passed');
  assert.equal(await checkOf([...no, ...yes], 'browser-answers'), 'failed');
  assert.deepEqual(await ids([scheme({ scheme: 'basic', allows_default_credentials: false })]), [
    'case.nothing-decided',
  ]);
  const failed = [asks(1, 'HTTP/a'), gets(1, { status: { security_status: -2146893053 } })];
  const { findings } = await decode(file(failed));
  assert.equal(findings[0]?.id, 'netlog.token-failed');
  assert.match(findings[0].title, /token for HTTP\/a and got SEC_E_TARGET_UNKNOWN/);
  const made = [
    asks(1, 'HTTP/a'),
    gets(1, { context: { mechanism: 'NTLM' }, status: { security_status: 590610 } }),
  ];
  const [first] = (await decode(file(made))).findings;
  assert.equal(first?.id, 'netlog.token-made');
  assert.match(first.title, /HTTP\/a, and Windows chose NTLM/);
});

test('requests of several sources are paired with their answers, and tokens have their places', async () => {
  const text = file([
    starts(80, '/a'),
    starts(81, '/b'),
    sends(80),
    sends(81, `Authorization: NTLM ${NTLM}`),
    answers(80, ...REFUSED),
    answers(81, 'HTTP/1.1 200 OK', 'Set-Cookie: id=1'),
    sends(80, 'X: "quoted" \\'),
  ]);
  const { kinds, messages = [], tokens } = await decode(text);
  assert.deepEqual(kinds, ['netlog', 'http', 'token']);
  assert.deepEqual(
    messages.map(({ direction, target, status, schemes = [] }) =>
      [direction === 'request' ? target : status, ...schemes].join(' '),
    ),
    ['/a', '401 Negotiate', '/b NTLM', '200', '/a'],
  );
  const [token] = tokens;
  assert.ok(token);
  assert.equal(text.slice(token.at.start, token.at.end), NTLM.replace('==', ''));
});

test('a token that was left out is no request without one', async () => {
  const { messages = [], exchanges = [] } = await decode(
    file([
      starts(80, '/a'),
      sends(80),
      answers(80, ...REFUSED),
      sends(80, 'Authorization: Negotiate [1234 bytes were stripped]'),
      answers(80, ...REFUSED),
    ]),
  );
  assert.ok(messages.some(({ hidesToken, direction }) => hidesToken && direction === 'request'));
  assert.deepEqual(
    exchanges.map(({ outcome }) => outcome),
    ['refused'],
  );
});

const WHOLE = file(
  [
    starts(80, '/a'),
    sends(80),
    answers(80, ...REFUSED),
    scheme({ scheme: 'ntlm' }),
    asks(84, 'HTTP/a'),
  ],
  1,
);

async function assertPlaced(text: string): Promise<number> {
  const { facts, problems, messages = [] } = await decode(text);
  for (const { at } of [...facts, ...problems, ...messages]) {
    assert.ok(at.start >= 0 && at.start < at.end && at.end <= text.length, JSON.stringify(at));
  }
  return facts.length + messages.length;
}

test('a cut file gives what is before the cut, and says so', async () => {
  let before = 0;
  for (let cut = 0; cut <= WHOLE.length; cut += 13) {
    const prefix = WHOLE.slice(0, cut);
    const read = await assertPlaced(prefix);
    if (!seenNetlog(prefix) || !prefix.includes('"events"')) continue;
    assert.ok(read >= before, `${read} at ${cut}`);
    before = read;
  }
  assert.ok(before > 2);
  const { problems } = await decode(WHOLE.slice(0, -20));
  assert.ok(problems.some(({ message }) => message.includes('cut off')));
  assert.deepEqual((await decode(WHOLE)).problems, []);
});

test('damage does not throw, and places are within the text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.string(), async (a, b, piece) => {
      const [from = 0, to = 0] = [a, b].map((n) => n % WHOLE.length).sort((x, y) => x - y);
      await assertPlaced(WHOLE.slice(0, from) + piece + WHOLE.slice(to));
    }),
    { numRuns: 100 },
  );
});

test('time grows with the length', async () => {
  const start = WHOLE.slice(0, WHOLE.indexOf('[', WHOLE.indexOf('"events"')) + 1);
  for (const piece of [`${JSON.stringify(event(sends(80)))},`, '{"a":"', '{', '"\\\\']) {
    await assertLinear(piece, (text) => netlog.read(start + text, { claimed: [] } as never));
  }
});
