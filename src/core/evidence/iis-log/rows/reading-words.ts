/** How a log was read, in words, for the page and the terminal. */
import { counted } from '../../../text/counted.ts';
import type { LogReading } from '../../../contract/decoded.ts';

type By = LogReading['by'];

const COUNT = (value: number): string => value.toLocaleString('en');

/** How rows of each kind were read; the columns and rows are counted behind it. */
const WAYS: Readonly<Record<Exclude<By, 'types'>, (reading: LogReading) => string>> = {
  fields: () => 'Read by its #Fields line',
  header: () => 'Read by the line that names its columns',
  columns: () => 'Read by the columns you gave',
  earlier: () => 'Read by the names of columns in an earlier file, which fit',
  set: ({ name = '' }) => `No line names the columns; they are those of ${name}`,
  rows: () => 'No line names the columns; what all rows look like tells them',
  native: () => 'Read as the IIS native format, whose columns are fixed',
  ncsa: () => 'Read as the NCSA format, whose columns are fixed',
  pairs: () => 'Read by the names beside the values',
  bare: () => 'Read as codes that stand alone',
};

/** Ways that have columns of their own to count. */
const COLUMNED: ReadonlySet<By> = new Set([
  'fields',
  'header',
  'columns',
  'earlier',
  'set',
  'rows',
]);

/** Sentences, the most rows first; readings of one kind are told in one. */
export function readingWords(readings: readonly LogReading[]): string[] {
  const kinds = new Map<string, LogReading[]>();
  for (const reading of readings) {
    const key = `${reading.by} ${reading.name ?? ''}`;
    kinds.set(key, [...(kinds.get(key) ?? []), reading]);
  }
  const rowsOf = (list: readonly LogReading[]) => sum(list, ({ rows }) => rows);
  return [...kinds.values()]
    .sort((a, b) => rowsOf(b) - rowsOf(a))
    .map((list, i) => sentence(list, i === 0 && kinds.size === 1));
}

function sentence(list: readonly LogReading[], alone: boolean): string {
  const [first] = list;
  if (!first) return '';
  const rows = sum(list, (reading) => reading.rows);
  if (first.by === 'types') return byType(first, rows, alone);
  const repaired = sum(list, (reading) => reading.repaired);
  const sets = new Set(list.map(({ columns }) => columns.join(' '))).size;
  const columns = !COLUMNED.has(first.by)
    ? ''
    : sets > 1
      ? `${COUNT(sets)} sets of columns, `
      : `${counted(first.columns.length, 'column')}, `;
  const again =
    repaired === 0 || first.by === 'bare'
      ? ''
      : ` ${COUNT(repaired)} of them ${repaired === 1 ? 'was' : 'were'} broken or run together and put right first.`;
  return `${WAYS[first.by](first)}: ${columns}${rowsIn(rows)}.${again}`;
}

function byType({ lines = [], rows: inFirst }: LogReading, rows: number, alone: boolean): string {
  if (alone) return `Each value was read by what it looks like: ${rowsIn(rows)}.`;
  const more = rows > lines.length || inFirst > lines.length ? ' and more' : '';
  const where =
    lines.length === 0
      ? ''
      : ` (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more})`;
  return rows === 1
    ? `1 row did not fit and was read by what its values look like${where}.`
    : `${rowsIn(rows)} did not fit and were read by what their values look like${where}.`;
}

const rowsIn = (rows: number): string => `${COUNT(rows)} ${rows === 1 ? 'row' : 'rows'}`;

const sum = (list: readonly LogReading[], value: (reading: LogReading) => number): number =>
  list.reduce((total, reading) => total + value(reading), 0);
