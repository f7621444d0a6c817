/**
 * Every value of the most damaged rows stands in its column. `columns.json` was written by the
 * reader and then read line by line against the samples by a person; `?` is a value of no column.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { fixture, rowsOf } from './testing/help.ts';

interface Expected {
  file: string;
  /** Which row of the file, from 0. */
  row: number;
  columns: [name: string, value: string][];
}

for (const { file, row, columns } of JSON.parse(fixture('logs/columns.json')) as Expected[]) {
  test(`${file}, row ${row + 1}: ${columns.length} columns`, () => {
    const found = rowsOf(fixture(`logs/${file}`))[row];
    const names = found?.names.map((name) => (name === '' ? '?' : name)) ?? [];
    assert.deepEqual(
      names.map((name, i) => [name, found?.cells[i]?.value]),
      columns,
    );
  });
}
