/** What the reader reports of a simulated log, beside what is true. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import { recordOf } from '../../../src/core/evidence/iis-log/attempts/attempt-record.ts';
import { readLogText } from '../../../src/core/evidence/iis-log/read-texts.ts';
import type { Simulated } from './simulate.ts';
import type { Attempt } from './truth.ts';
import type { Oddity } from './visit.ts';

export interface Mistake {
  readonly attempt: Attempt;
  /** `none` when no attempt that was reported has its rows. */
  readonly reported: Outcome | 'none';
  /** Why the log does not tell, if it does not. */
  readonly why: readonly (Oddity | 'late-row')[];
}

export interface Comparison {
  readonly attempts: readonly Attempt[];
  /** Rows of the log. */
  readonly rows: number;
  /** Attempts reported wrongly. */
  readonly mistakes: readonly Mistake[];
  /** Attempts that the reader counted. */
  readonly reported: ReadonlyMap<Outcome, number>;
}

/**
 * Compares attempt by attempt: a true one is what the reader made of the row that decided it. When
 * that row is in no attempt, its last 401 is looked for.
 */
export async function compare({ text, attempts, rows }: Simulated): Promise<Comparison> {
  const { byLine, reported } = await read(text);
  const mistakes: Mistake[] = [];
  for (const attempt of attempts) {
    const last = attempt.rows.at(-1)?.line ?? 0;
    const said = byLine.get(attempt.decisive.line) ?? byLine.get(last) ?? 'none';
    if (said !== attempt.outcome) mistakes.push({ attempt, reported: said, why: whyOf(attempt) });
  }
  return { attempts, rows: rows.length, mistakes, reported };
}

function whyOf({ rows, decisive, odd }: Attempt): Mistake['why'] {
  const lines = [...rows, ...(rows.includes(decisive) ? [] : [decisive])].map(({ line }) => line);
  const isLate = lines.some((line, i) => line < (lines[i - 1] ?? 0));
  return isLate ? [...odd, 'late-row'] : odd;
}

/** The outcomes of attempts by the lines in them, and how often each was reported. */
async function read(text: string) {
  const log = readLogText(text)?.log;
  const record = recordOf(log);
  if (!log || !record) throw new Error('The log was not read.');
  const { table } = record;
  const byLine = new Map<number, Outcome>();
  const reported = new Map<Outcome, number>();
  for (const { outcome, count } of log.sequences) {
    reported.set(outcome, (reported.get(outcome) ?? 0) + count);
  }
  for (let attempt = 0; attempt < table.length; attempt++) {
    const outcome = table.endings.list[table.columns.ending[attempt] ?? -1]?.outcome;
    if (!outcome) throw new Error('An attempt has no ending.');
    for (const { line } of await record.rows.entriesOf(attempt)) byLine.set(line, outcome);
  }
  return { byLine, reported };
}

/** Several comparisons as one. */
export function together(list: readonly Comparison[]): Comparison {
  const reported = new Map<Outcome, number>();
  for (const one of list) {
    for (const [outcome, count] of one.reported) {
      reported.set(outcome, (reported.get(outcome) ?? 0) + count);
    }
  }
  return {
    attempts: list.flatMap(({ attempts }) => attempts),
    rows: list.reduce((sum, { rows }) => sum + rows, 0),
    mistakes: list.flatMap(({ mistakes }) => mistakes),
    reported,
  };
}
