/** The rows of the articles that this guide grew from, damaged as they are printed there. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { column, fixture, outcomes, read, refusals } from './testing/help.ts';

test('a row on three lines, with addresses cut short, is pre-authentication', () => {
  const log = read(fixture('founding/preauth-row-wrapped.log'));
  const [entry] = log.entries;
  assert.equal(log.rows, 1);
  assert.deepEqual(refusals(log), ['1/2148074254']);
  assert.ok(entry);
  assert.equal(entry.timeTaken, 5005);
  assert.equal(entry.uri, '/App1/default.aspx');
  assert.equal(entry.recovered, true);
  assert.equal(column(entry, 'cs-username'), '-');
  assert.equal(column(entry, 'c-ip'), '2001:4898:0:fff:0:5efe:');
  assert.equal(column(entry, 's-ip'), '2001:4898:0:fff:200:5efe:');
  assert.deepEqual(outcomes(log), ['preauthenticated 1']);
  assert.equal(log.sequences[0]?.article, '/causes/preauth-401-1/');
});

test('rows without the addresses that the header names are a normal NTLM handshake', () => {
  const log = read(fixture('founding/ntlm-handshake.log'));
  assert.equal(log.rows, 4);
  assert.deepEqual(refusals(log), ['2/5', '1/2148074254']);
  assert.deepEqual(outcomes(log), ['accepted-two-legs 1']);
  const last = log.entries[log.sequences[0]?.example.at(-1) ?? -1];
  assert.equal(last?.status, 304);
  assert.equal(last.user, 'WEBBROWSER\\User');
  assert.equal(column(last, 'c-ip'), undefined);
});

test('placeholders, an en dash and blank lines between rows: nobody ever answers', () => {
  const log = read(fixture('founding/never-answered.log'));
  assert.deepEqual(refusals(log), ['2/5', '2/5']);
  assert.deepEqual(outcomes(log), ['never-answered 2']);
  assert.deepEqual(
    log.entries.map(({ timeTaken, user, clientIp }) => [timeTaken, user, clientIp]),
    [
      [1270, undefined, undefined],
      [8, undefined, undefined],
    ],
  );
  assert.equal(column(log.entries[0], 'cs-username'), '\u2013');
});

test('401.2, then 401.1 with 2148074245: no security package', () => {
  const log = read(fixture('founding/secpkg-not-found.log'));
  assert.deepEqual(refusals(log), ['2/5', '1/2148074245']);
  assert.deepEqual(outcomes(log), ['broken-handshake 1']);
  assert.equal(log.sequences[0]?.article, '/causes/401-1-secpkg-not-found/');
});

test('prose around the rows changes nothing', () => {
  const rows = fixture('founding/secpkg-not-found.log');
  const prose = [
    'On the server, the website log contains requests that end in a **401.2** status code:',
    '',
    '```',
    rows,
    '```',
    '',
    '    HTTP/1.1 401 Unauthorized',
    '    GET /App1/default.aspx HTTP/1.1',
    'The HTTP status and sub status are 401.1, which maps to invalid credentials.',
  ].join('\n');
  assert.deepEqual(refusals(read(prose)), ['2/5', '1/2148074245']);
  assert.equal(read(prose).unreadable, 0);
});

test('codes named in prose are no log', () => {
  assert.throws(() => read(fixture('founding/substatuses.txt')));
});
