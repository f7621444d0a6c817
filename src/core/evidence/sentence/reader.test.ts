import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { FactOf } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import { SENTENCE_PLACES } from '../../limits.ts';
import { sentence } from './reader.ts';
import { seenSentence } from './seen.ts';

async function read(text: string, claimed: readonly Span[] = []) {
  const reading = await sentence.read(text, { claimed, inner: [], options: {} });
  return { reading, facts: (reading?.facts ?? []) as readonly FactOf<'errorText'>[] };
}

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');

/** Samples from public threads; the source of each is in the second column. */
const SAMPLES: [file: string, source: string, ids: string[]][] = [
  ['java-tgs-error', 'spring-projects/spring-security-kerberos#134', ['server-not-found']],
  ['mit-trace-tgs', 'a public trace of kvno', ['server-not-found']],
  ['apache-mod-auth-kerb', 'a public error log', ['accept-failed', 'gss-mech']],
  ['curl-spnego', 'curl/curl#980', ['init-failed', 'spnego-no-mech']],
  ['wcf-anonymous', 'dotnet/wcf#4784', ['wcf-anonymous']],
  ['iis-page-japanese', "Microsoft's documentation, ja-jp", ['iis-invalid-credentials']],
  ['firefox-negotiateauth', 'a public log', ['firefox-gss', 'init-failed']],
];

for (const [file, source, ids] of SAMPLES) {
  void test(`the messages of ${file} (${source})`, async () => {
    const text = fixture(file);
    assert.ok(seenSentence(text));
    const { reading, facts } = await read(text);
    assert.deepEqual(reading?.kinds, ['sentence']);
    assert.deepEqual([...new Set(facts.map((fact) => fact.sentence))], ids);
    for (const { at } of facts) assert.ok(reading.claimed.some(({ start }) => start === at.start));
  });
}

void test('a fact has the message on one line, its place, and the names next to it', async () => {
  const text =
    'Retrieving HTTP/web.contoso.com@CONTOSO.COM\n> Server not found in\n> Kerberos database';
  const [fact] = (await read(text)).facts;
  assert.deepEqual(fact, {
    kind: 'errorText',
    sentence: 'server-not-found',
    text: 'Server not found in Kerberos database',
    at: { start: text.indexOf('Server'), end: text.length },
    isNear: true,
    spn: { service: 'HTTP', host: 'web.contoso.com', realm: 'CONTOSO.COM' },
  });
});

void test('what another reader has explained is left alone', async () => {
  const text = 'Ticket expired. Ticket not yet valid.';
  const { facts } = await read(text, [{ start: 3, end: 9 }]);
  assert.deepEqual(
    facts.map((fact) => fact.sentence),
    ['not-yet-valid'],
  );
});

void test('a message that a log repeats is kept a number of times', async () => {
  const { reading, facts } = await read('Ticket expired\n'.repeat(500));
  assert.equal(facts.length, SENTENCE_PLACES);
  assert.equal(reading?.claimed.length, 500);
});

const SILENT: [name: string, text: string][] = [
  [
    'an article on the subject',
    'If the SPN is not registered, the KDC does not find the server in its database.',
  ],
  [
    'the list of errors in a net-export',
    '{"netError":{"ERR_INVALID_AUTH_CREDENTIALS":-338,"ERR_FAILED":-2}}',
  ],
  ['a longer name', 'ERR_PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION'],
  ['a checksum of a download', 'sha256: checksum failed for file.zip'],
  ['an access token', 'The error was: a token was invalid'],
  ['log rows', '2024-01-01 00:00:00 10.0.0.1 GET / - 80 - 10.0.0.2 Mozilla/5.0 401 2 5 0'],
  ['a token', 'Authorization: Negotiate TlRMTVNTUAABAAAAl4II4gAAAAAAAAAA'],
  ['headers', 'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM'],
  ['nothing', ''],
];

for (const [name, text] of SILENT) {
  void test(`no message in ${name}`, async () => {
    assert.equal((await read(text)).reading, undefined);
  });
}
