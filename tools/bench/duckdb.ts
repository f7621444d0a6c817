/** `node bench/duckdb.ts FILE`: DuckDB counts the rows of a W3C log by their codes, no more. */
import { DuckDBInstance } from '@duckdb/node-api';

const [, , file = ''] = process.argv;
const NAMES =
  'date time s_ip method stem query port username client agent referer status substatus win32 taken';
const columns = NAMES.split(' ')
  .map((name) => `'${name}': 'VARCHAR'`)
  .join(', ');

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const reader = await connection.runAndReadAll(
  `SELECT status, substatus, win32, count(*) FROM read_csv('${file.replaceAll("'", "''")}',
     delim=' ', header=false, quote='', ignore_errors=true, columns={${columns}})
   GROUP BY ALL`,
);
console.log(reader.getRows().length);
