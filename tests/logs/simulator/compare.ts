/** What the reader reports of a simulated log, beside what is true. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import { recordOf } from '../../../src/core/evidence/iis-log/attempts/attempt-record.ts';
import { readLogText } from '../../../src/core/evidence/iis-log/read-texts.ts';
import type { Simulated } from './simulate.ts';

/** An outcome, or `none` where a row is in no attempt. */
export type Reported = Outcome | 'none';

export interface Comparison {
  readonly attempts: number;
  readonly wrong: number;
  /** Rows of all logs. */
  readonly rows: number;
  /** How often what is true was reported as what: `true reported` -> count. */
  readonly pairs: ReadonlyMap<string, number>;
  /** Attempts that the reader counted. */
  readonly reported: ReadonlyMap<Outcome, number>;
  /** Lines of the 401 that decided, of attempts reported wrongly. */
  readonly lines: readonly { line: number; outcome: Outcome; reported: Reported; actor: string }[];
}

export async function compare({ text, attempts, rows }: Simulated): Promise<Comparison> {
  const { byLine, reported } = await read(text);
  const pairs = new Map<string, number>();
  const lines: Comparison['lines'][number][] = [];
  for (const { outcome, decisive, actor } of attempts) {
    const { line } = decisive;
    const said = byLine.get(line) ?? 'none';
    add(pairs, `${outcome} ${said}`);
    if (said !== outcome) lines.push({ line, outcome, reported: said, actor });
  }
  return { attempts: attempts.length, wrong: lines.length, rows, pairs, reported, lines };
}

async function read(text: string) {
  const log = readLogText(text)?.log;
  const record = recordOf(log);
  if (!log || !record) throw new Error('The log was not read.');
  const byLine = new Map<number, Reported>();
  const reported = new Map<Outcome, number>();
  const { table } = record;
  for (let attempt = 0; attempt < table.length; attempt++) {
    const outcome = table.endings.list[table.columns.ending[attempt] ?? -1]?.outcome;
    if (!outcome) throw new Error('An attempt has no ending.');
    add(reported, outcome);
    const entries = await record.rows.entriesOf(attempt);
    for (const { line, status } of entries) if (status === 401) byLine.set(line, outcome);
  }
  return { byLine, reported };
}

/** Several comparisons as one. */
export function merge(list: readonly Comparison[]): Comparison {
  const pairs = new Map<string, number>();
  const reported = new Map<Outcome, number>();
  for (const one of list) {
    for (const [pair, count] of one.pairs) add(pairs, pair, count);
    for (const [outcome, count] of one.reported) add(reported, outcome, count);
  }
  const sum = (of: (one: Comparison) => number) => list.reduce((all, one) => all + of(one), 0);
  return {
    attempts: sum(({ attempts }) => attempts),
    wrong: sum(({ wrong }) => wrong),
    rows: sum(({ rows }) => rows),
    ...{ pairs, reported, lines: list.flatMap(({ lines }) => lines) },
  };
}

function add<K>(counts: Map<K, number>, key: K, count = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
