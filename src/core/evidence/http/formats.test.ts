/**
 * HTTP as tools, libraries and servers print it. The forms are those of curl, Git, Apache HttpClient,
 * nginx, Apache, Python, .NET, Wireshark, and the network panels of browsers; the names are made up.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../../tests/unit/linear.ts';
import type { Message } from '../../contract/decoded.ts';
import { KERBEROS, NTLM, read } from '../token/testing/paste.ts';
import { http } from './reader.ts';

type Told = Partial<Omit<Message, 'at' | 'direction'>>;

const HOST = 'portal.contoso.com';
const asked = (more: Told = {}): Told => ({ method: 'GET', target: '/app', host: HOST, ...more });
const offered = (...schemes: string[]): Told => ({ status: 401, schemes });

const EXCHANGE: readonly Told[] = [asked(), offered('Negotiate', 'NTLM')];
const CLIENT = 'org.apache.http.headers - http-outgoing-0';

const ROWS: [name: string, lines: string[], messages: readonly Told[]][] = [
  [
    'Git with GIT_TRACE_CURL',
    [
      '11:23:51.781837 http.c:980              => Send header, 0000000140 bytes (0x0000008c)',
      '11:23:51.781837 http.c:992              => Send header: GET /app HTTP/1.1',
      `11:23:51.781837 http.c:992              => Send header: Host: ${HOST}`,
      '11:23:51.781837 http.c:992              => Send header:',
      '11:23:51.779653 http.c:992              <= Recv header: HTTP/1.1 401 Unauthorized',
      '11:23:51.779653 http.c:992              <= Recv header: WWW-Authenticate: Negotiate',
      '11:23:51.779653 http.c:992              <= Recv header: WWW-Authenticate: NTLM',
    ],
    [asked({ isWhole: true }), offered('Negotiate', 'NTLM')],
  ],
  [
    'a token that Git hides',
    [
      '12:57:22.285612 http.c:683              => Send header: GET /app HTTP/1.1',
      '12:57:22.285612 http.c:683              => Send header: Authorization: Negotiate <redacted>',
    ],
    [{ method: 'GET', target: '/app', schemes: ['Negotiate'], hidesToken: true }],
  ],
  [
    'headers of Apache HttpClient 4',
    [
      `2015-10-18 22:30:05 [main] DEBUG ${CLIENT} >> GET /app HTTP/1.1`,
      `2015-10-18 22:30:05 [main] DEBUG ${CLIENT} >> Host: ${HOST}`,
      `2015-10-18 22:30:05 [main] DEBUG ${CLIENT} << HTTP/1.1 401 Unauthorized`,
      `2015-10-18 22:30:05 [main] DEBUG ${CLIENT} << WWW-Authenticate: Negotiate`,
      `2015-10-18 22:30:05 [main] DEBUG ${CLIENT} << WWW-Authenticate: NTLM`,
    ],
    EXCHANGE,
  ],
  [
    'the wire of Apache HttpClient 4',
    [
      '2014/08/26 23:40:14:780 MESZ [DEBUG] wire - http-outgoing-0 >> "GET /app HTTP/1.1[\\r][\\n]"',
      `2014/08/26 23:40:14:780 MESZ [DEBUG] wire - http-outgoing-0 >> "Host: ${HOST}[\\r][\\n]"`,
      '2014/08/26 23:40:14:780 MESZ [DEBUG] wire - http-outgoing-0 >> "[\\r][\\n]"',
      '2014/08/26 23:40:14:996 MESZ [DEBUG] wire - http-outgoing-0 << "HTTP/1.1 401 Unauthorized[\\r][\\n]"',
      '2014/08/26 23:40:14:996 MESZ [DEBUG] wire - http-outgoing-0 << "WWW-Authenticate: Negotiate[\\r][\\n]"',
      '2014/08/26 23:40:14:996 MESZ [DEBUG] wire - http-outgoing-0 << "WWW-Authenticate: NTLM[\\r][\\n]"',
    ],
    [asked({ isWhole: true }), offered('Negotiate', 'NTLM')],
  ],
  [
    'the wire of HttpClient 3',
    [
      '[DEBUG] header - >> "GET /app HTTP/1.1[\\r][\\n]"'.replace(
        'header',
        'httpclient.wire.header',
      ),
      `[DEBUG] httpclient.wire.header - >> "Host: ${HOST}[\\r][\\n]"`,
      '[DEBUG] httpclient.wire.header - << "HTTP/1.1 401 Unauthorized[\\r][\\n]"',
      '[DEBUG] httpclient.wire.header - << "WWW-Authenticate: Negotiate[\\r][\\n]"',
      '[DEBUG] httpclient.wire.header - << "WWW-Authenticate: NTLM[\\r][\\n]"',
    ],
    EXCHANGE,
  ],
  [
    'nginx in debug mode',
    [
      '2024/10/03 11:31:40 [debug] 26958#26958: *117 http request line: "GET /app HTTP/1.1"',
      `2024/10/03 11:31:40 [debug] 26958#26958: *117 http header: "Host: ${HOST}"`,
      '2024/10/03 11:31:40 [debug] 26958#26958: *117 HTTP/1.1 401 Unauthorized',
      'Server: nginx/1.26.2',
      'WWW-Authenticate: Negotiate',
      'WWW-Authenticate: NTLM',
    ],
    [asked(), { ...offered('Negotiate', 'NTLM'), program: 'nginx/1.26.2' }],
  ],
  [
    'Apache at trace level',
    [
      '[Mon Mar 30 11:35:09.092476 2015] [core:trace5] [pid 26547] protocol.c(653): [client 10.0.0.5:50109] Request received from client: GET /app HTTP/1.1',
      `[Mon Mar 30 11:35:09.092480 2015] [http:trace4] [pid 26547] http_request.c(433): [client 10.0.0.5:50109]   Host: ${HOST}`,
      '[Mon Mar 30 11:35:09.092483 2015] [http:trace3] [pid 26547] http_filters.c(1006): [client 10.0.0.5:50109] Response sent with status 401, headers:',
      '[Mon Mar 30 11:35:09.092480 2015] [http:trace4] [pid 26547] http_filters.c(874): [client 10.0.0.5:50109]   WWW-Authenticate: Negotiate',
      '[Mon Mar 30 11:35:09.092480 2015] [http:trace4] [pid 26547] http_filters.c(874): [client 10.0.0.5:50109]   WWW-Authenticate: NTLM',
    ],
    EXCHANGE,
  ],
  [
    'http.client of Python',
    [
      `send: b'GET /app HTTP/1.1\\r\\nHost: ${HOST}\\r\\nAccept: */*\\r\\n\\r\\n'`,
      "reply: 'HTTP/1.1 401 Unauthorized\\r\\n'",
      'header: WWW-Authenticate: Negotiate',
      'header: WWW-Authenticate: NTLM',
    ],
    [asked({ isWhole: true }), offered('Negotiate', 'NTLM')],
  ],
  [
    'urllib3',
    ['DEBUG:urllib3.connectionpool:http://portal.contoso.com:80 "GET /app HTTP/1.1" 401 1293'],
    [asked({ host: `${HOST}:80` }), { status: 401 }],
  ],
  [
    'a dictionary of Python',
    [
      "{'Server': 'Microsoft-IIS/10.0', 'WWW-Authenticate': 'Negotiate, NTLM', 'Content-Length': '0'}",
    ],
    [{ schemes: ['Negotiate', 'NTLM'] }],
  ],
  [
    'HttpResponseMessage',
    [
      `Method: GET, RequestUri: 'http://${HOST}/app', Version: 1.1, Content: <null>, Headers:`,
      '{',
      '}',
      "StatusCode: 401, ReasonPhrase: 'Unauthorized', Version: 1.1, Content: System.Net.Http.StreamContent, Headers:",
      '{',
      '  WWW-Authenticate: Negotiate',
      '  WWW-Authenticate: NTLM',
      '}',
    ],
    EXCHANGE,
  ],
  [
    'the log of HttpClient',
    [
      'info: System.Net.Http.HttpClient.Portal.ClientHandler[100]',
      `      Sending HTTP request GET http://${HOST}/app`,
      'info: System.Net.Http.HttpClient.Portal.ClientHandler[101]',
      '      Received HTTP response headers after 12.3456ms - 401',
    ],
    [asked(), { status: 401 }],
  ],
  [
    'System.Net tracing',
    [
      'System.Net Information: 0 : [1234] HttpWebRequest#123 - Request: GET /app HTTP/1.1',
      'System.Net Information: 0 : [1234] Connection#456 - Received status line: Version=1.1, StatusCode=401, StatusDescription=Unauthorized.',
      'System.Net Information: 0 : [1234] Connection#456 - Received headers',
      '{',
      'WWW-Authenticate: Negotiate',
      'WWW-Authenticate: NTLM',
      '}.',
    ],
    [{ method: 'GET', target: '/app' }, offered('Negotiate', 'NTLM')],
  ],
  [
    'Wireshark, as text',
    [
      'Hypertext Transfer Protocol',
      '    GET /app HTTP/1.1\\r\\n',
      '        [Expert Info (Chat/Sequence): GET /app HTTP/1.1\\r\\n]',
      '        Request Method: GET',
      '        Request URI: /app',
      `    Host: ${HOST}\\r\\n`,
      '    \\r\\n',
      `    [Full request URI: http://${HOST}/app]`,
      'Frame 8: 124 bytes on wire (992 bits), 124 bytes captured (992 bits)',
      'Hypertext Transfer Protocol',
      '    HTTP/1.1 401 Unauthorized\\r\\n',
      '        Status Code: 401',
      '        [Status Code Description: Unauthorized]',
      '    WWW-Authenticate: Negotiate\\r\\n',
      '    WWW-Authenticate: NTLM\\r\\n',
      '    \\r\\n',
    ],
    [asked({ isWhole: true }), { ...offered('Negotiate', 'NTLM'), isWhole: true }],
  ],
  [
    'curl with HTTP/2, whose fields are shown twice',
    [
      '* [HTTP/2] [1] OPENED stream for https://portal.contoso.com/app',
      '* [HTTP/2] [1] [:method: GET]',
      '* [HTTP/2] [1] [:authority: portal.contoso.com]',
      '* [HTTP/2] [1] [authorization: Negotiate YIIFmQYG]',
      '> GET /app HTTP/2',
      `> Host: ${HOST}`,
      '< HTTP/2 401 ',
      '< www-authenticate: Negotiate',
      '< www-authenticate: NTLM',
    ],
    EXCHANGE,
  ],
  [
    'a panel with its values below the names',
    [
      'Request URL:',
      `https://${HOST}/app`,
      'Request Method:',
      'GET',
      'Status Code:',
      '401 Unauthorized',
      'www-authenticate',
      'Negotiate',
      'www-authenticate',
      'NTLM',
    ],
    EXCHANGE,
  ],
  [
    'a panel in German',
    [
      `Anforderungs-URL: https://${HOST}/app`,
      'Anforderungsmethode: GET',
      'Statuscode: 401 Unauthorized',
      'Remoteadresse: 10.0.0.5:443',
      'WWW-Authenticate: Negotiate',
      'WWW-Authenticate: NTLM',
    ],
    EXCHANGE,
  ],
  [
    'a panel in French, with its values below',
    [
      'URL de la requête:',
      `https://${HOST}/app`,
      'Méthode de la requête:',
      'GET',
      "Code d'état:",
      '401 Unauthorized',
    ],
    [asked(), { status: 401 }],
  ],
  [
    'a panel whose headers of the request come last',
    [
      `Request URL:http://${HOST}/app`,
      'Request Method:OPTIONS',
      'Status Code:401 Unauthorized',
      'Response Headers',
      'view source',
      'Server:Microsoft-IIS/10.0',
      'Request Headers',
      'Access-Control-Request-Headers:authorization',
      'Access-Control-Request-Method:GET',
      `Host:${HOST}`,
    ],
    [asked({ method: 'OPTIONS', preflight: true }), { status: 401, program: 'Microsoft-IIS/10.0' }],
  ],
  [
    'a panel below a label',
    ['Request:', `Request URL:http://${HOST}/app`, 'Request Method:GET', 'Status Code:401'],
    [asked(), { status: 401 }],
  ],
  [
    'a panel with the source of its headers',
    [
      `Request URL: http://${HOST}/app`,
      'Request Method: GET',
      'Status Code: 401 Unauthorized',
      'HTTP/1.1 401 Unauthorized',
      'WWW-Authenticate: Negotiate',
      'WWW-Authenticate: NTLM',
      'GET /app HTTP/1.1',
      `Host: ${HOST}`,
    ],
    EXCHANGE,
  ],
  [
    'pseudo headers',
    [':authority: portal.contoso.com', ':method: GET', ':path: /app', ':status: 401'],
    [asked(), { status: 401 }],
  ],
  [
    'marks of bold text and entities',
    [
      '**HTTP/1.1 401 Unauthorized**',
      '**WWW-Authenticate:** Negotiate',
      '&lt; WWW-Authenticate: NTLM',
    ],
    [offered('Negotiate', 'NTLM')],
  ],
  [
    'doubled line ends',
    ['HTTP/1.1 401 Unauthorized', '', 'Server: x', '', 'WWW-Authenticate: NTLM', ''],
    [{ ...offered('NTLM'), program: 'x', isWhole: true }],
  ],
  [
    'ngrep, with a dot for each carriage return',
    [
      'T 127.0.0.1:42642 -> 127.0.1.1:80 [AP] #28',
      'GET /app HTTP/1.1.',
      `Host: ${HOST}.`,
      '.',
      '',
      'T 127.0.1.1:80 -> 127.0.0.1:42642 [AP] #30',
      'HTTP/1.1 401 Unauthorized.',
      'WWW-Authenticate: Negotiate.',
      'Content-Length: 471.',
      '.',
    ],
    [asked({ isWhole: true }), { ...offered('Negotiate'), isWhole: true }],
  ],
  [
    "Fiddler's view of authentication",
    [
      'No Proxy-Authenticate Header is present.',
      '',
      'WWW-Authenticate Header is present: Negotiate',
      'WWW-Authenticate Header is present: NTLM',
    ],
    [{ schemes: ['Negotiate', 'NTLM'] }],
  ],
  [
    'an offer that cannot be read leaves the answer open',
    ['HTTP/1.1 401 Unauthorized', 'WWW-Authenticate: ?', 'Content-Length: 0', ''],
    [{ status: 401 }],
  ],
  [
    'a connection that is closed',
    ['HTTP/1.1 401 Unauthorized', 'WWW-Authenticate: NTLM', 'Connection: close'],
    [{ ...offered('NTLM'), closes: true }],
  ],
  [
    'a whole URL, as a proxy gets it',
    [`GET http://${HOST}/app HTTP/1.1`, `Host: ${HOST}`, 'HTTP/1.1 401 Unauthorized'],
    [asked(), { status: 401 }],
  ],
  [
    'a referer is no address',
    ['Referer: https://portal.contoso.com/', 'Access-Control-Request-Method: GET'],
    [],
  ],
  ['a row of a W3C log', ['2026-03-02 09:14:05 10.0.0.1 GET /app - 80 - 10.0.0.2 x 401 2 5 1'], []],
  ['numbers below an address', ['Home: https://portal.contoso.com/', 'Frame 8: 124 bytes'], []],
];

for (const [name, lines, messages] of ROWS) {
  test(name, async () => {
    const found = (await read(lines.join('\r\n'))).messages;
    assert.deepEqual(
      found.map((message) => ({ ...message, at: undefined, direction: undefined })),
      messages.map((message) => ({ ...message, at: undefined, direction: undefined })),
    );
  });
}

const FILES: [file: string, messages: readonly Told[]][] = [
  [
    'curl/3.txt',
    [
      { schemes: ['NTLM'] },
      { status: 401, schemes: ['NTLM'] },
      { schemes: ['NTLM'] },
      { status: 200 },
    ],
  ],
  [
    'curl/4.txt',
    [
      { schemes: ['NTLM'] },
      { status: 401, schemes: ['NTLM'] },
      { schemes: ['NTLM'] },
      { status: 200 },
    ],
  ],
  [
    'tshark/1.txt',
    [
      { schemes: ['NTLM'] },
      { status: 401, schemes: ['NTLM'] },
      { schemes: ['NTLM'] },
      { status: 401, schemes: ['Negotiate', 'NTLM'] },
    ],
  ],
  ['tshark/2.txt', [{ schemes: ['NTLM'] }, { status: 401, schemes: ['NTLM'] }]],
];

for (const [file, messages] of FILES) {
  test(`${file}, as the tool printed it`, async () => {
    const text = readFileSync(`tests/fixtures/evidence/${file}`, 'utf8');
    const found = (await read(text)).messages;
    assert.deepEqual(
      found.map(({ status, schemes }) => ({
        ...(status && { status }),
        ...(schemes && { schemes }),
      })),
      messages,
    );
    for (const { at } of found) assert.ok(at.start < at.end && at.end <= text.length);
  });
}

test('tokens in the headers are found behind every prefix', async () => {
  for (const [before, behind] of [
    ['http-outgoing-0 >> "', '[\\r][\\n]"'],
    ['11:23:51.781837 http.c:992              => Send header: ', ''],
    ['2016/04/01 19:35:08 [debug] 22415#0: *4 http header: "', '"'],
    ["send: b'GET / HTTP/1.1\\r\\n", "\\r\\n\\r\\n'"],
    ['&gt; ', ''],
  ]) {
    const text = `${before ?? ''}Authorization: Negotiate ${KERBEROS}${behind ?? ''}\nWWW-Authenticate: Negotiate`;
    const { tokens } = await read(text);
    assert.equal(tokens[0]?.kerberos?.sname, 'HTTP/portal.contoso.com', before);
    const written = text.slice(tokens[0].at.start, tokens[0].at.end);
    assert.equal(written.replace(/=+$/, ''), KERBEROS.replace(/=+$/, ''));
  }
});

test('wherever a paste is cut, places are within it', async () => {
  const texts = ROWS.map(([, lines]) => lines.join('\n'));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.nat(),
      fc.constantFrom('', '> ', '    ', '| '),
      async (text, at, margin) => {
        const cut = text.slice(0, at % (text.length + 1)).replace(/^/gm, margin);
        const found = await http.read(cut, { claimed: [], inner: [], options: {} });
        for (const { start, end } of [
          ...(found?.claimed ?? []),
          ...(found?.messages ?? []).map((message) => message.at),
        ]) {
          assert.ok(0 <= start && start <= end && end <= cut.length);
        }
      },
    ),
  );
});

for (const piece of [
  'Status: ',
  '\\r\\n',
  'http-outgoing-0 >> ',
  'a: b\n',
  'www-authenticate\n',
  '0000: 48 54 54 50 2f 31 2e 31\n',
  `Authorization: NTLM ${NTLM}\n`,
]) {
  test(`linear in ${JSON.stringify(piece.slice(0, 20))}`, async () => {
    await assertLinear(piece, (text) => http.read(text, { claimed: [], inner: [], options: {} }));
  });
}
