/** DuckDB itself, to run the queries that are written for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import { PATH } from '../../src/core/evidence/iis-log/queries/duckdb-source.ts';

const folder = mkdtempSync(join(tmpdir(), "it's a folder "));
after(() => {
  rmSync(folder, { recursive: true });
});
const connection = await (await DuckDBInstance.create(':memory:')).connect();

/** What DuckDB answers, each value as text; the example path is replaced as a reader would. */
export async function run(sql: string, log = ''): Promise<string[][]> {
  const file = join(folder, 'u_ex260302.log');
  writeFileSync(file, log);
  const { length } = sql.split(PATH);
  if (length > 2) throw new Error('the path stands in the query more than once');
  const here = sql.replace(PATH, file.replaceAll("'", "''"));
  const rows = (await connection.runAndReadAll(here)).getRowsJson();
  return rows.map((row) =>
    row.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
  );
}
