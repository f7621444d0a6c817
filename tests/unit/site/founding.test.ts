/** The founding documents' own rows and header, decoded in a terminal. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import type { Decoded } from '../../../src/core/index.ts';
import {
  CUT_HEADER_MECHANISMS,
  CUT_HEADER_SIZE,
  FOUNDING,
  SUBSTATUSES,
} from '../../site/founding.ts';

for (const { scenario, file, article } of FOUNDING) {
  test(`decoding ${scenario} leads to ${article}`, () => {
    assert.equal(decoded(file).findings[0]?.article, article);
  });
}

test('a normal NTLM handshake is one attempt, accepted after two legs, and no error', () => {
  const { log, findings } = decoded('ntlm-handshake.log');
  assert.equal(findings[0]?.severity, 'ok');
  const outcomes = log?.sequences.map(({ outcome }) => outcome) ?? [];
  assert.ok(outcomes.includes('accepted-two-legs'), outcomes.join(', '));
  assert.equal(log?.rows, 4);
});

test('a row wrapped over three lines is one row, with its status and win32 status by name', () => {
  const { log } = decoded('preauth-row-wrapped.log');
  assert.ok(log);
  assert.equal(log.rows, 1);
  const [entry] = log.entries;
  assert.equal(entry?.substatus, 1);
  assert.equal(entry.win32Name, 'SEC_E_NO_CREDENTIALS');
  assert.equal(entry.timeTaken, 5005);
  assert.equal(entry.uri, '/App1/default.aspx');
});

test('placeholders and an en dash are no values', () => {
  const [entry] = decoded('never-answered.log').log?.entries ?? [];
  assert.ok(entry);
  const { time, clientIp, user } = entry;
  assert.deepEqual(
    { time, clientIp, user },
    { time: undefined, clientIp: undefined, user: undefined },
  );
  assert.equal(entry.timeTaken, 1270);
});

for (const file of ['cut-header.txt', 'netmon-request.txt']) {
  test(`the cut header of ${file} gives four mechanisms, the realm, the SPN so far, and its cut`, () => {
    const [token, ...others] = decoded(file).tokens.filter(({ bytes }) => bytes > 0);
    assert.deepEqual(others, []);
    assert.deepEqual(token?.spnego?.mechTypes, CUT_HEADER_MECHANISMS);
    assert.equal(token.kerberos?.message, 'AP-REQ');
    assert.equal(token.kerberos.realm, 'ODESSY.LOCAL');
    assert.match(token.kerberos.sname ?? '', /^HTTP\/?$/);
    assert.equal(token.kerberos.ticket, undefined);
    assert.equal(token.complete, false);
    const { bytes, expectedBytes } = token;
    assert.deepEqual({ bytes, expectedBytes }, CUT_HEADER_SIZE);
  });
}

test('substatuses that are only named are looked up, each with its article', () => {
  const { codes = [] } = decoded('substatuses.txt');
  const found = codes.map(({ name, article }) => [name, article]);
  assert.deepEqual(found, SUBSTATUSES);
});

/** What the command line prints for a file of the founding documents. */
function decoded(file: string): Decoded {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['src/cli/decode.js', '--json', `tests/fixtures/founding/${file}`],
    { encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  assert.equal(status, 0);
  return JSON.parse(stdout) as Decoded;
}
