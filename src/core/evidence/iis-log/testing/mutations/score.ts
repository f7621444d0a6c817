/** How much of a known log was read again: recall and precision over its status triples. */
import type { Row } from '../../rows/row.ts';
import { rowsOf } from '../help.ts';
import type { Table } from './tables.ts';

export interface Score {
  readonly name: string;
  /** Rows that were written, that were read, and those of both that have the same codes. */
  written: number;
  read: number;
  right: number;
  /** Client, user, verb and path of the rows: how many were compared, and how many were right. */
  values: number;
  rightValues: number;
  /** 401s that were read and never written. */
  invented: number;
  /** Texts that were not read as they were written, the first few. */
  readonly failures: string[];
}

export const scoreOf = (name: string): Score => ({
  ...{ name, written: 0, read: 0, right: 0, values: 0, rightValues: 0, invented: 0 },
  failures: [],
});

export const recall = ({ right, written }: Score): number => (written === 0 ? 1 : right / written);
export const precision = ({ right, read }: Score): number => (read === 0 ? 1 : right / read);

export const values = ({ rightValues, values: all }: Score): number =>
  all === 0 ? 1 : rightValues / all;

/** `401 2 5` for each row, with '' for a column that the table has not. */
export function truthOf({ names, rows }: Table): string[] {
  const at = ['sc-status', 'sc-substatus', 'sc-win32-status'].map((name) => names.indexOf(name));
  // A connection that HTTP.sys closed has no status.
  return rows.map((row) => at.map((i) => row[i]?.replace(/^-$/, '0') ?? '').join(' '));
}

const codesOf = ({ status, substatus, win32 }: Row): string =>
  [status, substatus ?? '', win32 ?? ''].join(' ');

/** Reads the text and adds what came of it to the score. */
export function addTo(score: Score, text: string, table: Table): void {
  const truth = truthOf(table);
  const rows = rowsOf(text);
  const read = rows.map(codesOf);
  if (rows.length === table.rows.length) addValues(score, rows, table);
  const left = new Map<string, number>();
  for (const codes of truth) left.set(codes, (left.get(codes) ?? 0) + 1);
  let right = 0;
  for (const codes of read) {
    const count = left.get(codes) ?? 0;
    if (count > 0) right++;
    else if (codes.startsWith('401 ') && !isPartOf(codes, left)) score.invented++;
    left.set(codes, count - 1);
  }
  score.written += truth.length;
  score.read += read.length;
  score.right += right;
  if (right < Math.max(truth.length, read.length) && score.failures.length < 40) {
    score.failures.push(`${text}\n--- read\n${read.join('\n')}\n--- written\n${truth.join('\n')}`);
  }
}

/** A 401 that was read with fewer of its codes than it was written with is not invented. */
function isPartOf(codes: string, left: ReadonlyMap<string, number>): boolean {
  const stem = codes.trimEnd();
  return [...left].some(([written, count]) => count > 0 && written.startsWith(`${stem} `));
}

const VALUES: readonly (readonly [string, (row: Row) => string | undefined])[] = [
  ['c-ip', ({ cells, names }) => cells[names.indexOf('c-ip')]?.value],
  ['cs-username', ({ user }) => user],
  ['cs-method', ({ method }) => method ?? ''],
  ['cs-uri-stem', ({ stem }) => stem],
  ['cs-uri', ({ stem }) => stem ?? ''],
];

function addValues(score: Score, rows: readonly Row[], table: Table): void {
  for (const [name, read] of VALUES) {
    const column = table.names.indexOf(name);
    if (column < 0) continue;
    for (const [i, row] of rows.entries()) {
      const value = table.rows[i]?.[column] ?? '';
      score.values++;
      const found = read(row);
      if ((found === '' ? '-' : found) === value) score.rightValues++;
      else if (score.failures.length < 40) {
        score.failures.push(`${name} is ${value}, read as ${found ?? 'nothing'}, line ${row.line}`);
      }
    }
  }
}
