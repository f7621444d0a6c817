import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64 } from '../../evidence/token/testing/build/der.ts';
import * as build from '../../evidence/token/testing/build/kerberos.ts';
import { authenticate, challenge, negotiate } from '../../evidence/token/testing/build/ntlm.ts';
import { decode } from '../../index.ts';
import { CLIENT, SERVER, SPN, TICKET } from '../testing/logon.ts';

const TYPE_1 = `NTLM ${base64(negotiate())}`;
const TYPE_2 = `NTLM ${base64(challenge(SERVER))}`;
const TYPE_3 = `NTLM ${base64(authenticate(CLIENT, SERVER))}`;
const AP_REQ = `Negotiate ${base64(build.negTokenInit(build.WINDOWS_LIST, build.framedApReq(TICKET)))}`;
const OFFER = ['Negotiate', 'NTLM'];

/** What was sent, the status, what was offered, the connection, the path. */
type Step = readonly [
  sent: string | undefined,
  status: number,
  offers?: readonly string[],
  more?: { connection?: string; path?: string; method?: string; headers?: Record<string, string> },
];

const NO_CREDENTIALS: Step = [undefined, 401, OFFER];

function har(steps: readonly Step[], creator = 'Firefox'): string {
  const header = (name: string) => (value: string) => ({ name, value });
  const entries = steps.map(([sent, status, offers = [], more = {}]) => ({
    ...(more.connection && { connection: more.connection }),
    request: {
      method: more.method ?? 'GET',
      url: `http://portal.contoso.com${more.path ?? '/'}`,
      httpVersion: 'HTTP/1.1',
      headers: [
        ...(sent === undefined ? [] : [sent].map(header('Authorization'))),
        ...Object.entries(more.headers ?? {}).map(([name, value]) => ({ name, value })),
      ],
    },
    response: { status, headers: offers.map(header('WWW-Authenticate')) },
  }));
  return JSON.stringify({ log: { creator: { name: creator }, entries } });
}

/** [name, steps, outcomes with what is missing, the program that recorded] */
type Row = readonly [string, readonly Step[], readonly string[], string?];

const LEGS: readonly Step[] = [NO_CREDENTIALS, [TYPE_1, 401, [TYPE_2]]];

const ROWS: readonly Row[] = [
  ['Kerberos, accepted', [NO_CREDENTIALS, [AP_REQ, 200]], ['accepted-one-leg 200']],
  ['NTLM, accepted', [...LEGS, [TYPE_3, 200]], ['accepted-two-legs 200']],
  ['NTLM, accepted, and the page is missing', [...LEGS, [TYPE_3, 404]], ['accepted-two-legs 404']],
  ['refused after type 3', [...LEGS, [TYPE_3, 401, OFFER]], ['refused 401']],
  ['refused after a ticket', [NO_CREDENTIALS, [AP_REQ, 401, OFFER]], ['refused 401']],
  [
    'refused twice',
    [...LEGS, [TYPE_3, 401, OFFER], [TYPE_1, 401, [TYPE_2]], [TYPE_3, 401, OFFER]],
    ['prompt-loop 401'],
  ],
  [
    'refused, then accepted',
    [...LEGS, [TYPE_3, 401, OFFER], [TYPE_1, 401, [TYPE_2]], [TYPE_3, 200]],
    ['accepted-after-prompt 200'],
  ],
  ['no answer to the offer', [NO_CREDENTIALS], ['never-answered 401']],
  [
    'no answer that the recording could show',
    [NO_CREDENTIALS],
    ['unclassified 401'],
    'WebInspector',
  ],
  ['stops at the challenge', LEGS, ['abandoned 401 authenticate']],
  ['only the last leg', [[TYPE_3, 401, OFFER]], ['refused 401 challenge']],
  ['no status', [[TYPE_3, 0]], ['unclassified ? challenge']],
  ['a ticket that nobody asked for', [[AP_REQ, 401, OFFER]], ['preauthenticated 401']],
  ['a proxy', [[undefined, 407]], ['proxy-asks 407']],
  ['a page for everybody', [[undefined, 200]], []],
  [
    'a preflight',
    [
      [
        undefined,
        401,
        OFFER,
        { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'PUT' } },
      ],
    ],
    ['preflight 401'],
  ],
  [
    'two addresses at the same time',
    [
      [undefined, 401, OFFER, { path: '/a' }],
      [undefined, 401, OFFER, { path: '/b' }],
      [AP_REQ, 200, [], { path: '/a' }],
    ],
    ['accepted-one-leg 200', 'never-answered 401'],
  ],
  [
    'type 3 on another connection',
    [
      [TYPE_1, 401, [TYPE_2], { connection: '41' }],
      [TYPE_3, 401, OFFER, { connection: '42' }],
    ],
    ['broken-handshake 401'],
  ],
];

for (const [name, steps, expected, creator] of ROWS) {
  test(name, async () => {
    const { exchanges = [] } = await decode(har(steps, creator));
    const brief = exchanges.map(({ outcome, status = '?', missing = '' }) =>
      `${outcome} ${status} ${missing}`.trim(),
    );
    assert.deepEqual(brief, expected);
    for (const { host } of exchanges) assert.equal(host, 'portal.contoso.com');
  });
}

test('the SPN of the ticket is told, and the place covers all legs', async () => {
  const text = har([NO_CREDENTIALS, [AP_REQ, 200]]);
  const [found] = (await decode(text)).exchanges ?? [];
  assert.equal(found?.spn, SPN);
  assert.equal(text.slice(found.at.start, found.at.start + 3), 'GET');
  assert.ok(found.at.end > text.indexOf('200'));
});

test('the rule on connections says the same', async () => {
  const ids = async (second: string) => {
    const steps: Step[] = [
      [TYPE_1, 401, [TYPE_2], { connection: '41' }],
      [TYPE_3, 401, OFFER, { connection: second }],
    ];
    return (await decode(har(steps))).findings.map(({ id }) => id);
  };
  assert.equal((await ids('42'))[0], 'http.other-connection');
  assert.ok(!(await ids('41')).includes('http.other-connection'));
});

test('Persistent-Auth proves a logon that is not shown', async () => {
  const text = har([[undefined, 200]]).replace(
    '"response":{"status":200,"headers":[]',
    '"response":{"status":200,"headers":[{"name":"Persistent-Auth","value":"true"}]',
  );
  const { exchanges = [], findings } = await decode(text);
  assert.deepEqual(
    exchanges.map(({ outcome }) => outcome),
    ['accepted-one-leg'],
  );
  assert.ok(findings.some(({ id }) => id === 'http.logon-kept'));
});
