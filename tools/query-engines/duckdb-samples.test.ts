/** The DuckDB queries on published logs, and on the founding rows: the same counts as the reader's. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { source } from '../../src/core/evidence/iis-log/queries/duckdb-source.ts';
import { fixture, read, rowsOf, samples } from '../../src/core/evidence/iis-log/testing/help.ts';
import { outcomesOf, ownOutcomes } from './outcomes.ts';
import { run } from './run-duckdb.ts';

/** The founding rows are damaged in print; here as IIS must have written them, without addresses. */
function repaired(name: string): string {
  const rows = rowsOf(fixture(`founding/${name}`)).map((row) => {
    const { time = '2026-03-02T08:15:02Z', method = '-', stem = '-', user, timeTaken = 0 } = row;
    const codes = `${row.status} ${row.substatus ?? '-'} ${row.win32 ?? '-'} ${timeTaken}`;
    return `${time.slice(0, 10)} ${time.slice(11, 19)} ${method} ${stem} ${user ? user : '-'} ${codes}`;
  });
  const fields =
    'date time cs-method cs-uri-stem cs-username sc-status sc-substatus sc-win32-status time-taken';
  return [`#Fields: ${fields}`, ...rows].join('\n');
}

for (const [name, outcomes] of Object.entries({
  'ntlm-handshake.log': ['accepted-two-legs', 1],
  'never-answered.log': ['never-answered', 2],
  'preauth-row-wrapped.log': ['preauthenticated', 1],
  'secpkg-not-found.log': ['broken-handshake', 1],
} as const)) {
  void test(`attempts: founding rows of ${name}`, async () => {
    assert.deepEqual(await outcomesOf(repaired(name)), new Map([outcomes]));
    assert.deepEqual(ownOutcomes(read(fixture(`founding/${name}`))), new Map([outcomes]));
  });
}

/** Samples as IIS writes them: one header, and in each row one space between its columns. */
const CLEAN = samples().flatMap(({ file, format, text }) => {
  const [header = '', ...others] = text.match(/^#Fields: .*$/gm) ?? [];
  const fields = header.trim().split(' ').slice(1);
  const rows = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const isClean =
    /w3c/i.test(format) &&
    others.length === 0 &&
    fields.includes('sc-status') &&
    rows.length > 0 &&
    rows.every((line) => line.split(' ').length === fields.length);
  return isClean ? [{ file, text, fields }] : [];
});

void test('published W3C logs: the same statuses', async () => {
  for (const { file, text, fields } of CLEAN) {
    const rows = await run(
      `${source(fields, false)} SELECT "sc-status", count(*) FROM log GROUP BY ALL ORDER BY ALL`,
      text,
    );
    const own = new Map<number, number>();
    for (const { status, rows: count } of read(text).statuses) {
      own.set(status, (own.get(status) ?? 0) + count);
    }
    const expected = [...own].sort(([a], [b]) => a - b).map((pair) => pair.map(String));
    assert.deepEqual(rows, expected, file);
  }
  assert.ok(CLEAN.length >= 8, `only ${CLEAN.length} samples`);
});

void test('published W3C logs: the same attempts', async () => {
  const needed = ['date', 'time', 'sc-substatus'];
  const told = CLEAN.filter(({ fields }) => needed.every((name) => fields.includes(name)));
  for (const { file, text, fields } of told) {
    assert.deepEqual(await outcomesOf(text, fields), ownOutcomes(read(text)), file);
  }
  assert.ok(told.length >= 5, `only ${told.length} samples`);
});
