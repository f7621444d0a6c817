/** What the rules make of an exchange: who refused, what ended it, and what they leave alone. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { findingsOf } from '../../evidence/token/testing/facts-of.ts';
import * as build from '../../evidence/token/testing/build/kerberos.ts';
import { base64, type Bytes } from '../../evidence/token/testing/build/der.ts';
import { authenticate, challenge, negotiate } from '../../evidence/token/testing/build/ntlm.ts';
import { CLIENT, SERVER, SPN, TICKET } from '../testing/logon.ts';

const GET = ['GET /app HTTP/1.1', 'Host: portal.contoso.com'];
const sends = (scheme: string, token: Bytes) => [
  ...GET,
  `Authorization: ${scheme} ${base64(token)}`,
  '',
];
const answers = (status: string, ...headers: string[]) => [`HTTP/1.1 ${status}`, ...headers, ''];
const offers = (...schemes: string[]) =>
  answers('401 Unauthorized', ...schemes.map((scheme) => `WWW-Authenticate: ${scheme}`));
const OFFER = offers('Negotiate', 'NTLM');
const CHALLENGE = offers(`NTLM ${base64(challenge(SERVER))}`);
const TYPE_1 = sends('NTLM', negotiate());
const TYPE_3 = sends('NTLM', authenticate(CLIENT, SERVER));
const LOCAL = sends('NTLM', authenticate({ ...CLIENT, workstation: 'WEB01' }, SERVER));
const ticketFor = (spn: string) =>
  sends('Negotiate', build.negTokenInit(build.WINDOWS_LIST, build.framedApReq({ ...TICKET, spn })));
const BASIC = [...GET, 'Authorization: Basic YWxleDpub3QtbXktcGFzc3dvcmQ=', ''];
const DONE = answers('200 OK', 'Server: Microsoft-IIS/10.0');

/** Ids that are there, with a part of the title; `!id` for one that must not be. */
type Row = [name: string, lines: readonly string[][], expected: Record<string, RegExp | undefined>];

const ROWS: Row[] = [
  [
    'type 3 is refused',
    [OFFER, TYPE_1, CHALLENGE, TYPE_3, OFFER],
    { 'http.refused': /refused the NTLM logon of CONTOSO\\alex/, 'http.accepted': undefined },
  ],
  [
    'curl sends its ticket at once, so it is refused and no detour',
    [[...ticketFor(SPN).slice(0, -1), 'User-Agent: curl/8.7.1', ''], OFFER],
    { 'http.refused': /did not accept the Kerberos ticket/, 'token.preauthenticated': undefined },
  ],
  ['a lone type 3 is refused', [TYPE_3, OFFER], { 'http.refused': /CONTOSO\\alex/ }],
  [
    'refused on one computer',
    [TYPE_1, CHALLENGE, LOCAL, OFFER],
    { 'http.refused': /one computer, WEB01/ },
  ],
  [
    'accepted',
    [TYPE_1, CHALLENGE, TYPE_3, DONE],
    {
      'http.accepted': /accepted the NTLM logon of CONTOSO\\alex: it answers 200/,
      'http.refused': undefined,
    },
  ],
  ['nobody asked for it', [TYPE_3, DONE], { 'http.accepted': undefined }],
  [
    'a page that may not be seen is no acceptance',
    [OFFER, TYPE_1, answers('403 Forbidden')],
    { 'http.accepted': undefined, 'http.refused': undefined },
  ],
  [
    'a ticket is accepted',
    [OFFER, ticketFor(SPN), DONE],
    {
      'http.ticket-accepted': /ticket for HTTP\/portal\.contoso\.com/,
      'http.other-spn': undefined,
    },
  ],
  [
    'a ticket is refused',
    [OFFER, ticketFor(SPN), OFFER],
    { 'http.refused': /did not accept the Kerberos ticket for HTTP\/portal/ },
  ],
  [
    'a ticket before any 401 may be pre-authentication',
    [ticketFor(SPN), OFFER],
    { 'token.preauthenticated': /pre-authentication/, 'http.refused': undefined },
  ],
  [
    'a ticket for another host',
    [OFFER, ticketFor('HTTP/web01.contoso.com'), DONE],
    { 'http.other-spn': /for portal\.contoso\.com, and the ticket is for HTTP\/web01/ },
  ],
  [
    'a short name may be the same host',
    [OFFER, ticketFor('HTTP/portal'), DONE],
    { 'http.other-spn': undefined },
  ],
  [
    'the challenge is the last thing',
    [TYPE_1, CHALLENGE],
    { 'http.ntlm-unfinished': /stops at the server's NTLM challenge/, 'http.refused': undefined },
  ],
  [
    'a token that Git hides is refused',
    [OFFER, [...GET, 'Authorization: Negotiate <redacted>', ''], OFFER],
    { 'http.refused': /did not accept what the client sent with Negotiate/ },
  ],
  [
    'hidden tokens on both sides go on',
    [OFFER, [...GET, 'Authorization: Negotiate <redacted>', ''], offers('Negotiate <redacted>')],
    { 'http.refused': undefined },
  ],
  [
    'Basic where only NTLM is offered',
    [BASIC, offers('NTLM')],
    {
      'http.scheme-not-offered': /sends Basic, and the server offers only NTLM/,
      'http.refused': undefined,
    },
  ],
  [
    'Basic is refused',
    [BASIC, offers('Basic realm="x"')],
    { 'http.refused': /Basic logon of alex/ },
  ],
  [
    'Bearer to Windows authentication',
    [[...GET, 'Authorization: Bearer null', ''], OFFER],
    { 'http.scheme-not-offered': /sends Bearer, and the server offers only Negotiate, NTLM/ },
  ],
  [
    'a preflight',
    [
      ['OPTIONS /orders HTTP/1.1', 'Origin: https://x', 'Access-Control-Request-Method: PUT', ''],
      offers('Negotiate'),
    ],
    { 'http.cors-preflight': /CORS preflight for \/orders/, 'http.no-offer': undefined },
  ],
  [
    'OPTIONS of a WebDAV client is none',
    [['OPTIONS / HTTP/1.1', 'Host: portal.contoso.com', ''], offers('Negotiate')],
    { 'http.cors-preflight': undefined },
  ],
  [
    'the challenge closes the connection',
    [TYPE_1, [...CHALLENGE.slice(0, -1), 'Connection: close', '']],
    { 'http.connection-closed': /server closes the connection at the NTLM challenge/ },
  ],
  [
    'the offer closes the connection',
    [GET, [...OFFER.slice(0, -1), 'Connection: close', '']],
    { 'http.connection-closed': /after the 401/ },
  ],
  [
    'Kerberos survives a closed connection',
    [GET, [...offers('Negotiate').slice(0, -1), 'Connection: close', '']],
    { 'http.connection-closed': undefined },
  ],
  [
    'nobody answers',
    [[...GET, ''], OFFER, [...GET, ''], OFFER],
    { 'http.unanswered': /2 requests, none with credentials/ },
  ],
  ['one request is no proof', [[...GET, ''], OFFER], { 'http.unanswered': undefined }],
  [
    'a 401 that offers nothing',
    [[...GET, ''], answers('401 Unauthorized', 'Server: x', 'Content-Length: 0')],
    { 'http.no-offer': /has no WWW-Authenticate/ },
  ],
  [
    'a 401 whose headers may go on',
    [
      [...GET, ''],
      ['HTTP/1.1 401 Unauthorized', 'Server: x'],
    ],
    { 'http.no-offer': undefined },
  ],
  [
    'Negotiate without NTLM',
    [[...GET, ''], offers('Negotiate')],
    { 'http.offer': /NTLM is not offered by its own name/ },
  ],
];

for (const [name, lines, expected] of ROWS) {
  test(name, async () => {
    const findings = await findingsOf(lines.flat().join('\r\n'));
    for (const [id, title] of Object.entries(expected)) {
      const found = findings.find((one) => one.id === id);
      if (title) assert.match(found?.title ?? '', title);
      else assert.equal(found?.title, undefined);
    }
  });
}

test('no finding shows a password', async () => {
  const findings = await findingsOf([...BASIC, ...offers('Basic realm="x"')].join('\r\n'));
  assert.doesNotMatch(JSON.stringify(findings), /not-my-password/);
});

test('a script that has no token', async () => {
  const findings = await findingsOf([...GET, 'Authorization: Bearer null'].join('\r\n'));
  assert.match(findings[0]?.title ?? '', /"Bearer null": a script sets Authorization/);
});

test('a token that is left out is said to be', async () => {
  const findings = await findingsOf("'www-authenticate': 'NTLM YadaYadaYadaYadaYada, Negotiate'");
  assert.equal(findings[0]?.id, 'http.token-left-out');
});

for (const [what, text, id, title] of [
  [
    'NTLM by its first characters',
    'Authorization: Negotiate TlRMTVNT...',
    'http.ntlm-left-out',
    /^The client sends NTLM under the scheme Negotiate/,
  ],
  [
    'a token that is no bare NTLM',
    'Authorization: Negotiate YIIG\u2026',
    'http.token-left-out',
    /begins with YI, so it is no bare NTLM message/,
  ],
  [
    'a token of which nothing is left',
    'Authorization: Negotiate <removed>',
    'http.token-left-out',
    /Kerberos and NTLM cannot be told apart/,
  ],
  [
    'what the server sent',
    'WWW-Authenticate: Negotiate TlRMTVNT...',
    'http.token-left-out',
    /^The server sends a token/,
  ],
] as const) {
  test(`of a token that is left out: ${what}`, async () => {
    const findings = await findingsOf(text);
    assert.equal(findings[0]?.id, id);
    assert.match(findings[0].title, title);
  });
}

test('the status that a KDC of Windows adds is the cause of a generic error', async () => {
  const [first] = await findingsOf(
    'WWW-Authenticate: Negotiate oYGmMIGjoAMKAQGhCwYJKoZIgvcSAQICooGOBIGLYIGIBgkqhkiG9xIBAgIDAH55MHegAwIBBaEDAgEepBEYDzIwMjYwMTAyMDMwNDA1WqUFAgMB4kCmAwIBPKkNGwtDT05UT1NPLkNPTaoiMCCgAwIBAqEZMBcbBEhUVFAbD3dlYi5jb250b3NvLmNvbawZBBcwFaEDAgEDog4EDDQCAMAAAAAAAQAAAA==',
  );
  assert.match(first?.title ?? '', /^KRB_ERR_GENERIC: STATUS_ACCOUNT_LOCKED_OUT \(0xC0000234\)/);
});
