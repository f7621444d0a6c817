/**
 * The DuckDB queries on simulated logs, whose attempts are many and of every kind: what a query counts
 * is what the reader counts. Rows are counted exactly. Attempts are counted exactly for visitors whose
 * attempts never overlap and whose address nobody shares, as the queries say of themselves; of all
 * others a few run together.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { recordOf } from '../../src/core/evidence/iis-log/attempts/attempt-record.ts';
import { Leg, legOf } from '../../src/core/evidence/iis-log/attempts/leg-of-401.ts';
import { emptyRow, isAccepted } from '../../src/core/evidence/iis-log/attempts/row-numbers.ts';
import {
  type Sign,
  SIGNS,
  signsOf,
  weightOf,
} from '../../src/core/evidence/iis-log/attempts/signs.ts';
import { keyOf, partyOf } from '../../src/core/evidence/iis-log/attempts/visitor-key.ts';
import { PERSONAL_SIGNS } from '../../src/core/evidence/iis-log/queries/joining.ts';
import type { Row } from '../../src/core/evidence/iis-log/rows/row.ts';
import { findShared } from '../../src/core/evidence/iis-log/story/conclusions/shared-addresses.ts';
import { TimedAttempts } from '../../src/core/evidence/iis-log/story/conclusions/timed-attempts.ts';
import { read, rowsOf } from '../../src/core/evidence/iis-log/testing/help.ts';
import { askedOf, query } from '../../src/core/evidence/iis-log/testing/query-help.ts';
import { SETTINGS } from '../../tests/logs/simulator/settings.ts';
import { simulate } from '../../tests/logs/simulator/simulate.ts';
import { run } from './run-duckdb.ts';

const SEED = 21;
/** Share of attempts that a query may count as something else, over all visitors. */
const APART = 0.01;
/** People who make an address a shared one (`attempts/parties.ts`). */
const SHARED = 4;

type Counts = ReadonlyMap<string, number>;

/** The lines of an answer, by all columns but the last ones. */
const counted = (lines: readonly string[][], keys: number, at = keys): Map<string, number> =>
  new Map(lines.map((line) => [line.slice(0, keys).join(' '), Number(line[at])]));

function count<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

const numbersOf = ({ status, substatus = -1, win32 = -1, user }: Row) => ({
  ...{ ...emptyRow(), status, substatus, win32 },
  ...{ user: user ? 1 : 0, person: user ? 1 : 0, hasUser: user !== undefined },
});
const signOf = (row: Row): string => {
  const signs = signsOf(legOf(numbersOf(row), undefined), row.substatus ?? -1, row.win32 ?? -1);
  return SIGNS[weightOf(signs)] ?? '';
};
const isFailing = (row: Row): boolean => {
  const leg = legOf(numbersOf(row), undefined);
  return row.status === 401 && leg !== Leg.challenge && leg !== Leg.handshake;
};
const hourOf = ({ time = '' }: Row): string => `${time.slice(0, 10)} ${time.slice(11, 13)}:00:00`;
const codesOf = ({ substatus, win32 }: Row): string => `${substatus ?? ''} ${win32 ?? ''}`;

/** A log with its rows and answers. */
class Asked {
  readonly log;
  readonly rows: readonly Row[];
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.log = read(text);
    this.rows = rowsOf(text);
  }

  /** Without times: an accepted row may follow the last 401. */
  answer(question: string): Promise<string[][]> {
    const { fields } = askedOf(this.log);
    return run(query('duckdb', question, { fields }).text, this.text);
  }

  get table() {
    const record = recordOf(this.log);
    if (!record) throw new Error('the log has no attempts');
    return record.table;
  }

  outcomes(): Counts {
    const counts = new Map<string, number>();
    for (const { outcome, count } of this.log.sequences) {
      counts.set(outcome, (counts.get(outcome) ?? 0) + count);
    }
    return counts;
  }
}

/** Lines of visitors whose attempts the queries can tell apart, with the header. */
async function plainVisitors({ log, table, rows, text }: Asked): Promise<string> {
  const lines = text.split('\r\n');
  const record = recordOf(log);
  const visitorOf = new Map(rows.map((row) => [row.line, keyOf(row)]));
  const people = new Map<string, Set<string>>();
  for (const row of rows) {
    if (!row.user || row.status === 401) continue;
    people.set(partyOf(row), (people.get(partyOf(row)) ?? new Set()).add(row.user));
  }
  const { ms, last } = table.columns;
  const guessed = new Set<string>();
  const spans = new Map<string, [number, number][]>();
  for (let at = 0; at < table.length; at++) {
    const [first] = (await record?.rows.entriesOf(at)) ?? [];
    const visitor = visitorOf.get(first?.line ?? 0) ?? '';
    // A password that a spray guesses at once leaves no 401, which the queries count by.
    if (first?.status !== 401) guessed.add(visitor);
    spans.set(visitor, [...(spans.get(visitor) ?? []), [ms[at] ?? NaN, last[at] ?? NaN]]);
  }
  const causes = new Map<string, Set<string>>();
  for (const row of rows.filter(isFailing)) {
    const sign = PERSONAL_SIGNS.includes(signOf(row) as Sign) ? 'person' : signOf(row);
    causes.set(keyOf(row), (causes.get(keyOf(row)) ?? new Set()).add(sign));
  }
  const isPlain = (row: Row): boolean => {
    if ((people.get(partyOf(row))?.size ?? 0) >= SHARED || guessed.has(keyOf(row))) return false;
    // A retry that is refused for another reason may count with the refusal before it.
    if ((causes.get(keyOf(row))?.size ?? 0) > 1) return false;
    const own = [...(spans.get(keyOf(row)) ?? [])].sort(([a], [b]) => a - b);
    return own.every(([from], i) => i === 0 || from > (own[i - 1]?.[1] ?? NaN) + 1_000);
  };
  const plain = new Set(rows.filter(isPlain).map(({ line }) => line));
  return lines.filter((line, i) => line.startsWith('#') || plain.has(i + 1)).join('\r\n');
}

for (const setting of SETTINGS) {
  const asked = new Asked(simulate(setting, SEED).text);
  const refused = asked.rows.filter(({ status }) => status === 401);
  const failing = asked.rows.filter(isFailing);

  void test(`${setting.name}: rows are counted as the reader reads them`, async () => {
    assert.deepEqual(counted(await asked.answer('401s'), 2), count(refused, codesOf));
    const by = (column: (row: Row) => string) =>
      count(failing, (row) => `${column(row)} ${codesOf(row)}`);
    assert.deepEqual(
      counted(await asked.answer('users'), 3),
      by(({ user = '' }) => (user === '' ? 'null' : user)),
    );
    assert.deepEqual(
      counted(await asked.answer('clients'), 3),
      by(({ client = '' }) => client),
    );
    assert.deepEqual(
      counted(await asked.answer('resources'), 3),
      by(({ stem = '' }) => stem),
    );
    assert.deepEqual(
      counted(await asked.answer('hours'), 2),
      count(refused, (row) => `${hourOf(row)} ${signOf(row)}`),
    );
  });

  void test(`${setting.name}: accepted and refused per hour and client`, async () => {
    const lines = await asked.answer('changes');
    const of = (rows: readonly Row[]) => count(rows, (row) => `${row.client ?? ''} ${hourOf(row)}`);
    const some = (at: number) => new Map([...counted(lines, 2, at)].filter(([, hits]) => hits > 0));
    assert.deepEqual(some(2), of(asked.rows.filter((row) => isAccepted(numbersOf(row)))));
    assert.deepEqual(some(3), of(failing));
  });

  void test(`${setting.name}: sprays and shared addresses are those of the reader`, async () => {
    const { table } = asked;
    const attempts = Array.from({ length: table.length }, (_, at) => at);
    const outcomeOf = (at: number) => table.endings.list[table.columns.ending[at] ?? 0]?.outcome;
    const sprayed = attempts.filter((at) => outcomeOf(at) === 'password-spray');
    const clients = sprayed.map((at) => table.clients.nameOf(table.columns.client[at] ?? 0));
    assert.deepEqual(
      new Set((await asked.answer('sprays')).map(([client]) => client)),
      new Set(clients),
    );
    assert.ok(clients.length > 0);
    const shared = findShared(new TimedAttempts(table, Uint32Array.from(attempts)));
    const found = await asked.answer('shared');
    // Where the log has the addresses in front of the proxies, the reader does not look for them.
    assert.deepEqual(
      new Set(found.map(([client]) => client)),
      new Set(table.isForwarded ? [] : shared.map(({ client }) => client)),
    );
  });

  void test(`${setting.name}: attempts, exactly where they do not overlap`, async () => {
    const plain = new Asked(await plainVisitors(asked));
    assert.ok(plain.table.length > asked.table.length / 4, String(plain.table.length));
    assert.deepEqual(counted(await plain.answer('attempts'), 1), plain.outcomes());
  });

  // An address of all people is what the query cannot tell apart; the question says so.
  if (setting.name === 'shared') continue;
  void test(`${setting.name}: attempts, nearly so in the whole log`, async () => {
    const own = asked.outcomes();
    const found = counted(await asked.answer('attempts'), 1);
    const outcomes = new Set([...own.keys(), ...found.keys()]);
    const apart = [...outcomes].map((name) =>
      Math.abs((own.get(name) ?? 0) - (found.get(name) ?? 0)),
    );
    const sum = apart.reduce((all, one) => all + one, 0);
    assert.ok(sum <= APART * asked.table.length, JSON.stringify([[...own], [...found]]));
  });
}
