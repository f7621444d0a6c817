/**
 * Generated logs, damaged in every way known: how many rows are read again with their codes
 * (recall), how many of the rows read were written (precision), and how many clients, users, verbs
 * and paths are right. The floors are what was measured; `node src/core/evidence/iis-log/testing/mutations/run.ts`
 * prints the numbers, and with the name of a mutation what went wrong.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { measure, MUTATIONS } from './testing/mutations/measure.ts';
import { precision, recall, type Score, values } from './testing/mutations/score.ts';

const LOGS = 60;

interface Floor {
  recall?: number;
  precision?: number;
  values?: number;
  /** 401s with codes that nobody wrote. */
  invented?: number;
}

/** Without an entry: every row, no other row, and nearly every value. */
const WHOLE = { recall: 1, precision: 1, values: 0.97, invented: 0 };

const FLOORS: Readonly<Record<string, Floor>> = {
  // A known gap: nothing tells where a row begins. Nothing is invented, either.
  'one cell of a web table per line': { recall: 0 },
  // A time-taken of 0 behind the substatus looks like a win32 of 0.
  'without win32 column and header': { recall: 0.7, precision: 0.7, invented: 80 },
  'NCSA wrapped': { recall: 0.99 },
  // What was changed or taken out of the values cannot be read from them.
  'names taken out': { values: 0.7 },
  'names taken out, without header': { values: 0.7 },
  'columns taken out, without header': { values: 0.85 },
  'columns taken out of the rows only': { values: 0.88 },
  'plus signs as spaces': { values: 0.9 },
  'plus signs as spaces, without header': { values: 0.88 },
  'escaped by Markdown': { values: 0.88 },
};

function told(score: Score): string {
  const [first = ''] = score.failures;
  return `${JSON.stringify({ ...score, failures: score.failures.length })}\n${first}`;
}

for (const name of Object.keys(MUTATIONS)) {
  test(`${name}: rows are read again`, () => {
    const score = measure(name, LOGS);
    const floor = { ...WHOLE, ...FLOORS[name] };
    assert.ok(score.written > LOGS, 'the mutation wrote too few rows to measure');
    assert.ok(recall(score) >= floor.recall, told(score));
    assert.ok(precision(score) >= floor.precision, told(score));
    assert.ok(values(score) >= floor.values, told(score));
    assert.ok(score.invented <= floor.invented, told(score));
  });
}
