/** NCSA rows with every kind of time stamp, in strings, and what is no such row. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { column, read, rowsOf } from '../testing/help.ts';
import { readNcsa } from './ncsa-row.ts';
import { parseNcsaTime } from './time.ts';

/** [stamp, ISO 8601] */
const STAMPS: [string, string | undefined][] = [
  ['02/Mar/2026:08:15:02 +0100', '2026-03-02T08:15:02+01:00'],
  ['02/Mar/2026:08:15:02 +01:00', '2026-03-02T08:15:02+01:00'],
  ['02/Mar/2026 08:15:02 -0800', '2026-03-02T08:15:02-08:00'],
  ['02/Mar/2026:08:15:02', '2026-03-02T08:15:02'],
  ['02/Mar/2026:08:15:02 GMT', '2026-03-02T08:15:02Z'],
  ['02/Mar/2026:08:15:02 CET', '2026-03-02T08:15:02'],
  ['02/Abc/2026:08:15:02', undefined],
];

for (const [stamp, iso] of STAMPS) {
  test(`[${stamp}] is ${iso ?? 'no time'}`, () => {
    assert.equal(parseNcsaTime(stamp)?.iso, iso);
    const [row] = rowsOf(`192.0.2.17 - CONTOSO\\anna [${stamp}] "GET /app/ HTTP/1.1" 401 3401`);
    assert.equal(row?.time, iso);
    assert.deepEqual([row?.status, row?.user], [401, 'CONTOSO\\anna']);
  });
}

test('a stamp without an offset is told to be local time', () => {
  const [entry] = read('192.0.2.17 - - [02/Mar/2026:08:15:02] "GET / HTTP/1.1" 401 3401').entries;
  const meaning = entry?.fields.find(({ name }) => name === 'date')?.meaning;
  assert.equal(meaning, 'Local time of the server.');
});

test('a row in a string of JSON: client and agent without its quotes', () => {
  const line = '192.0.2.17 - - [02/Mar/2026:08:15:02] "GET / HTTP/1.1" 401 3401 "-" "curl/8.4.0"';
  for (const message of [line, `${line}\n${line}`]) {
    const text = JSON.stringify({ message });
    const entries = read(text).entries;
    assert.equal(entries.length, message.split('\n').length);
    for (const entry of entries) {
      assert.equal(entry.clientIp, '192.0.2.17');
      assert.equal(column(entry, 'cs(User-Agent)'), 'curl/8.4.0');
      for (const { value, at } of entry.fields) assert.equal(text.slice(at.start, at.end), value);
    }
  }
});

for (const line of [
  '192.0.2.17 - - [02/Mar/2026] "GET / HTTP/1.1" 401 3401',
  '192.0.2.17 - - [02/Mar/2026:08:15:02 and later] "GET / HTTP/1.1" 401 3401',
]) {
  test(`no row: ${line}`, () => {
    assert.equal(readNcsa(line, 0, line.length), undefined);
  });
}
