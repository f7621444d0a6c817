/** What must hold for any log and any text. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Log } from '../../contract/decoded.ts';
import { readLogText } from './read-texts.ts';
import type { Row } from './rows/row.ts';
import { MUTATIONS } from './testing/mutations/measure.ts';
import { anyTable, random } from './testing/mutations/tables.ts';
import { FIELDS, fixture, outcomes, refusals, row, rowsOf, samples } from './testing/help.ts';

const NAMES = FIELDS.replace('#Fields: ', '').split(' ');

const anyRow = fc
  .record({
    codes: fc.constantFrom(
      '401 2 5',
      '401 1 2148074254',
      '401 1 2148074252',
      '401 3 5',
      '200 0 0',
      '304 0 0',
      '404 0 2',
    ),
    user: fc.constantFrom('-', 'CONTOSO\\anna', 'ben@contoso.com'),
    ip: fc.constantFrom('192.0.2.17', '192.0.2.23', '2001:db8::17', 'fe80::1%14'),
    stem: fc.constantFrom('/', '/app/', '/app/a+b.aspx', '/api/orders'),
    second: fc.integer({ min: 10, max: 59 }),
    taken: fc.integer({ min: 0, max: 20_000 }),
  })
  .map(({ codes, second, ...parts }) => row(codes, { ...parts, time: `08:15:${second}` }));
const anyLog = fc.array(anyRow, { minLength: 1, maxLength: 12 });

/** What a log says, whatever its columns' order and its line ends. */
const told = (log: Log | undefined) => ({
  rows: log?.rows,
  statuses: log?.statuses,
  refusals: refusals(log),
  outcomes: outcomes(log),
  users: log?.entries.map(({ user, clientIp, time, uri }) => [user, clientIp, time, uri]),
});

test('columns in any order say the same', () => {
  fc.assert(
    fc.property(
      anyLog,
      fc.shuffledSubarray([...NAMES.keys()], { minLength: NAMES.length }),
      (rows, order) => {
        const shuffle = (cells: string[]) => order.map((i) => cells[i] ?? '').join(' ');
        const shuffled = [
          `#Fields: ${shuffle(NAMES)}`,
          ...rows.map((line) => shuffle(line.split(' '))),
        ];
        assert.deepEqual(
          told(readLogText(shuffled.join('\n'))?.log),
          told(readLogText([FIELDS, ...rows].join('\n'))?.log),
        );
      },
    ),
  );
});

test('line ends of any kind say the same', () => {
  fc.assert(
    fc.property(anyLog, fc.constantFrom('\r\n', '\r', '\n\n', '\r\n\r\n'), (rows, end) => {
      const lines = [FIELDS, ...rows];
      assert.deepEqual(
        told(readLogText(lines.join(end))?.log),
        told(readLogText(lines.join('\n'))?.log),
      );
    }),
  );
});

test('without the header, the default columns are known by themselves', () => {
  fc.assert(
    fc.property(anyLog, (rows) => {
      assert.deepEqual(
        told(readLogText(rows.join('\n'))?.log),
        told(readLogText([FIELDS, ...rows].join('\n'))?.log),
      );
    }),
  );
});

test('any one column may be missing from the rows: no 401 is lost, none is invented', () => {
  const losable = NAMES.filter((name) => !name.startsWith('sc-') && name !== 'cs-method');
  fc.assert(
    fc.property(anyLog, fc.constantFrom(...losable), (rows, name) => {
      const index = NAMES.indexOf(name);
      const less = rows.map((line) => line.split(' ').toSpliced(index, 1).join(' '));
      assert.deepEqual(
        refusals(readLogText([FIELDS, ...less].join('\n'))?.log),
        refusals(readLogText([FIELDS, ...rows].join('\n'))?.log),
      );
    }),
  );
});

test('a break anywhere in a row: the 401 is still read', () => {
  fc.assert(
    fc.property(anyRow, fc.nat(), (line, seed) => {
      const at = 20 + (seed % (line.length - 20));
      const broken = `${line.slice(0, at)}\n${line.slice(at)}`;
      assert.deepEqual(
        refusals(readLogText(broken)?.log),
        refusals(readLogText(line)?.log),
        broken,
      );
    }),
  );
});

test('a row wrapped at any width, quoted or not: the 401 is still read', () => {
  fc.assert(
    fc.property(
      anyRow,
      fc.integer({ min: 22, max: 120 }),
      fc.constantFrom('', '> ', '    '),
      (line, width, mark) => {
        const wrapped = line.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n').replace(/^/gm, mark);
        assert.deepEqual(
          refusals(readLogText(wrapped)?.log),
          refusals(readLogText(line)?.log),
          wrapped,
        );
      },
    ),
    { numRuns: 1_000 },
  );
});

/** Every span lies in the text and is the value, line breaks and quote marks aside. */
function checkSpans(text: string): void {
  const found = readLogText(text);
  for (const entry of found?.log?.entries ?? []) {
    for (const { value, at } of entry.fields) {
      assert.ok(at.start >= 0 && at.start <= at.end && at.end <= text.length);
      const shown = text.slice(at.start, at.end).replaceAll('\0', '');
      if (!/[\r\n]/.test(shown)) assert.equal(shown, value);
      else
        assert.equal(
          shown.replace(/[\r\n]+[>\s]*/g, '').replace(/ /g, ''),
          (value ?? '').replace(/ /g, ''),
        );
    }
    assert.ok(entry.at.end <= text.length && entry.at.start < entry.at.end);
  }
  for (const { at } of found?.problems ?? []) assert.ok(at.start >= 0 && at.end <= text.length);
  for (const at of found?.claimed ?? []) assert.ok(at.start <= at.end && at.end <= text.length);
}

for (const { file, text } of samples()) {
  test(`${file}: spans are the values, and any prefix can be read`, () => {
    checkSpans(text);
    const step = Math.max(1, Math.floor(text.length / 150));
    for (let length = 0; length < text.length; length += step) checkSpans(text.slice(0, length));
  });
}

test('spans of rows broken over lines', () => {
  checkSpans(fixture('founding/preauth-row-wrapped.log'));
});

test('random text never throws', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'binary' }), checkSpans));
});

test('random words of logs never throw', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '401',
      '2',
      '5',
      '-',
      '#Fields:',
      'date',
      'sc-status',
      'GET',
      '/',
      '\n',
      '\r\n',
      '"',
      ',',
      ';',
    ),
    fc.constantFrom(
      '2026-03-02',
      '08:15:02',
      '10.0.0.4',
      '::1',
      '1 2148074254',
      '\0',
      '{"ScStatus": 401',
      '}',
      '>',
    ),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
  fc.assert(fc.property(text, checkSpans), { numRuns: 500 });
});

/** The row's place and codes. */
const codesOf = ({ at, status, substatus, win32 }: Row) =>
  [at.start, status, substatus, win32].join(' ');

test('a longer prefix shows no less: but for the last row, its rows are those of the whole', () => {
  const ways = ['as written', 'without header', 'quoted twice', 'a blank line after each row'];
  const tools = ['CSV', 'tabs with header', 'JSON lines', 'PowerShell Format-List', 'key=value'];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom(...ways, ...tools),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
      (seed, way, share) => {
        const next = random(seed);
        const written = MUTATIONS[way]?.(anyTable(next), next) ?? '';
        const text = typeof written === 'string' ? written : written.text;
        const whole = rowsOf(text).map(codesOf);
        const part = rowsOf(text.slice(0, Math.floor(text.length * share))).map(codesOf);
        assert.deepEqual(part.slice(0, -1), whole.slice(0, Math.max(0, part.length - 1)));
      },
    ),
    { numRuns: 400 },
  );
});

test('ranges that another reader has claimed are left alone', () => {
  const text = [row('401 2 5'), row('401 1 2148074254')].join('\n');
  const first = text.indexOf('\n');
  const found = readLogText(text, [{ start: 0, end: first }]);
  assert.deepEqual(refusals(found?.log), ['1/2148074254']);
  assert.equal(readLogText(text, [{ start: 0, end: text.length }]), undefined);
});
