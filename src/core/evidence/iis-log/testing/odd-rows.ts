/** Logs of a few hundred rows in any shape, some of them with values that are hard to tell apart. */
import fc from 'fast-check';
import { bigLog } from '../../../../../tests/logs/big-log.ts';
import { SHAPES, shaped } from '../../../../../tests/logs/shapes.ts';

/** Values that readers stumble over: empty ones, quotes and brackets, other columns' values. */
const ODD = [
  ...[
    '',
    '-',
    ' ',
    '\u00a0x',
    'x ',
    '+x',
    '(a',
    '(a,b)',
    "x'",
    '"',
    '"x"',
    'a"b',
    'a""b',
    '"a',
    'a"',
  ],
  ...[
    'GET',
    'RETR',
    'MAIL',
    '12345',
    '401',
    '3;',
    '3";',
    '6437")',
    '](',
    'a](b)',
    '\\"',
    '\\n',
    '\t',
  ],
  ...['10.0.0.5', '10.0.0.5:99', '[2001:db8::1]:80', '2001:db8::1', '203.0.113.7,+10.0.0.1', '::1'],
  ...[
    '2026-03-02',
    '08:15:02',
    '2026-03-02T08:15:02Z',
    'x2026-03-02',
    'caf\u00e9',
    '/caf\u00e9/',
    '\u2013',
  ],
  ...[
    '/a b',
    '/A,B',
    'Mozilla/5.0 (x;  y)',
    'a++b  c',
    '\\N',
    'CONTOSO\\anna',
    '4294967295',
    '70000',
  ],
];

export interface OddLog {
  readonly text: string;
  readonly shape: string;
}

interface Change {
  readonly row: number;
  readonly column: number;
  readonly value: string;
  /** Instead of changing a value: a column less, or one more. */
  readonly what: 'value' | 'less' | 'more';
}

const change: fc.Arbitrary<Change> = fc.record({
  row: fc.nat(400),
  column: fc.nat(15),
  value: fc.oneof(fc.constantFrom(...ODD), fc.string({ maxLength: 6 })),
  what: fc.oneof(
    { weight: 8, arbitrary: fc.constant('value' as const) },
    fc.constantFrom('less', 'more'),
  ),
});

/** A few characters put into a line as it is written, whatever values they hit. */
const insertion = fc.record({
  line: fc.nat(400),
  at: fc.nat(300),
  text: fc.constantFrom(
    '"',
    "'",
    ',',
    ';',
    '\t',
    ' ',
    '+',
    '(',
    ')',
    '\\',
    '\u00a0',
    '1',
    '":',
    '.log:7:',
  ),
});

/** A log that every reader must read alike. */
export const oddLog: fc.Arbitrary<OddLog> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    bytes: fc.integer({ min: 8_000, max: 60_000 }),
    shape: fc.constantFrom(...Object.keys(SHAPES)),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    changes: fc.array(change, { maxLength: 12 }),
    insertions: fc.array(insertion, { maxLength: 6 }),
    /** Columns that the log does not have. */
    without: fc.subarray([4, 5, 6, 7, 8, 9, 10, 14]),
  })
  .map(({ seed, bytes, shape, lineEnd, changes, insertions, without }) => {
    const lines = [...bigLog({ seed, bytes, refused: 0.3, lineEnd })].join('').split(lineEnd);
    const byRow = new Map(changes.map((one) => [one.row, one]));
    const written = lines.map((line, i) => changed(fewer(line, without), byRow.get(i)));
    const [text = ''] = shaped([written.join(lineEnd)], SHAPES[shape] ?? ((line) => line), lineEnd);
    const inserted = text.split(lineEnd);
    for (const { line, at, text: added } of insertions) {
      const before = inserted[line];
      if (before !== undefined) inserted[line] = before.slice(0, at) + added + before.slice(at);
    }
    return { text: inserted.join(lineEnd), shape };
  });

function fewer(line: string, without: readonly number[]): string {
  const isHeader = line.startsWith('#Fields: ');
  if (line.startsWith('#') && !isHeader) return line;
  const values = (isHeader ? line.slice(9) : line).split(' ');
  const kept = values.filter((_, i) => !without.includes(i) || i === 4);
  return (isHeader ? '#Fields: ' : '') + kept.join(' ');
}

function changed(line: string, change: Change | undefined): string {
  if (!change || line.startsWith('#')) return line;
  const values = line.split(' ');
  const at = change.column % values.length;
  if (change.what === 'less') values.splice(at, 1);
  else values.splice(at, change.what === 'more' ? 0 : 1, change.value);
  return values.join(' ');
}
