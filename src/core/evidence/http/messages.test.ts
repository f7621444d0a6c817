import assert from 'node:assert/strict';
import test from 'node:test';
import type { Message } from '../../contract/decoded.ts';
import { dateIn } from './dates.ts';
import { KERBEROS, read } from '../token/testing/paste.ts';

type Told = Omit<Message, 'at'>;

const ROWS: [name: string, lines: string[], messages: Told[]][] = [
  [
    'a request and its answer',
    [
      'GET /app HTTP/1.1',
      'Host: portal.contoso.com',
      `Authorization: Negotiate ${KERBEROS}`,
      '',
      'HTTP/1.1 401 Unauthorized',
      'WWW-Authenticate: Negotiate',
      'WWW-Authenticate: NTLM',
    ],
    [
      {
        direction: 'request',
        method: 'GET',
        target: '/app',
        host: 'portal.contoso.com',
        schemes: ['Negotiate'],
        isWhole: true,
      },
      { direction: 'response', status: 401, schemes: ['Negotiate', 'NTLM'] },
    ],
  ],
  [
    'curl -v',
    [
      '* Connected',
      '> GET / HTTP/2',
      '> Host: portal.contoso.com',
      '>',
      '< HTTP/2 401 ',
      '< www-authenticate: NTLM',
    ],
    [
      {
        direction: 'request',
        method: 'GET',
        target: '/',
        host: 'portal.contoso.com',
        isWhole: true,
      },
      { direction: 'response', status: 401, schemes: ['NTLM'] },
    ],
  ],
  [
    'a printed header whose token was left out',
    ['    Host: websitename', '    Authorization: Negotiate', '    <header content omitted>'],
    [{ direction: 'request', host: 'websitename', schemes: ['Negotiate'] }],
  ],
  [
    'an offer without a status line',
    ['WWW-Authenticate: NTLM'],
    [{ direction: 'response', schemes: ['NTLM'] }],
  ],
  [
    'offers on one line',
    ['WWW-Authenticate: Negotiate, NTLM, Basic realm="x"'],
    [{ direction: 'response', schemes: ['Negotiate', 'NTLM', 'Basic'] }],
  ],
  [
    "a browser's panel",
    [
      'Request URL: https://portal.contoso.com/app?x=1',
      'Request Method: GET',
      'Status Code: 401 Unauthorized',
      'www-authenticate: Negotiate',
    ],
    [
      { direction: 'request', host: 'portal.contoso.com', target: '/app?x=1', method: 'GET' },
      { direction: 'response', status: 401, schemes: ['Negotiate'] },
    ],
  ],
  ['a lone token is no message', [`Authorization: Negotiate ${KERBEROS}`], []],
  [
    'prose about a header',
    ['If IIS does not send the WWW-Authenticate: Negotiate header, look here.'],
    [],
  ],
  [
    'a log row of NCSA',
    ['10.0.0.2 - - [02/Mar/2026:09:14:05 +0000] "GET / HTTP/1.1" 401 1293'],
    [],
  ],
  ['a host alone', ['Host: portal.contoso.com'], []],
];

for (const [name, lines, messages] of ROWS) {
  test(name, async () => {
    const { messages: found } = await read(lines.join('\r\n'));
    const told = found.map((message) => ({ ...message, at: undefined }));
    assert.deepEqual(
      told,
      messages.map((message) => ({ ...message, at: undefined })),
    );
  });
}

test("a message's span reaches from its start line to its last header", async () => {
  const text = 'x\n  HTTP/1.1 401 Unauthorized\n  WWW-Authenticate: NTLM\n\nend';
  const [message] = (await read(text)).messages;
  const { start, end } = message?.at ?? { start: 0, end: 0 };
  assert.equal(text.slice(start, end), 'HTTP/1.1 401 Unauthorized\n  WWW-Authenticate: NTLM');
});

const DATES: [name: string, text: string, iso: string | undefined][] = [
  ['raw', 'Server: x\nDate: Mon, 02 Mar 2026 09:14:05 GMT\n', '2026-03-02T09:14:05.000Z'],
  ['curl -v', '< date: Mon, 02 Mar 2026 09:14:05 GMT', '2026-03-02T09:14:05.000Z'],
  ['JSON', '{"date":"Mon, 02 Mar 2026 09:14:05 GMT"}', '2026-03-02T09:14:05.000Z'],
  ['another header', 'Last-Modified-Date: Mon, 02 Mar 2026 09:14:05 GMT', undefined],
  ['no date', 'Date: today', undefined],
];

for (const [name, text, iso] of DATES) {
  test(`the Date header: ${name}`, () => {
    const found = dateIn(text, 0, text.length);
    assert.equal(found && new Date(found.time).toISOString(), iso);
    if (found) assert.match(text.slice(found.at.start, found.at.end), /^Mon, .* GMT$/);
  });
}
