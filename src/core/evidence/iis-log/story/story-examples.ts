/** The first attempts to look at: those that failed, by time, then the others. */
import type { StoryAttempt } from '../../../contract/decoded.ts';
import type { AttemptTable } from '../attempts/attempt-table.ts';
import { isAcceptedOutcome } from '../attempts/outcome-words.ts';
import { isoTime } from '../rows/time.ts';

const EXAMPLES = 50;

/** At most 50 attempts; those without a time come last, in the order of the table. */
export function examplesOf(table: AttemptTable, attempts: Uint32Array): StoryAttempt[] {
  const isAccepted = table.endings.list.map(({ outcome }) => isAcceptedOutcome(outcome));
  const failed = new Earliest(table.columns.ms);
  const accepted = new Earliest(table.columns.ms);
  const { ending } = table.columns;
  const count = attempts.length;
  for (let i = 0; i < count; i++) {
    const attempt = attempts[i] ?? 0;
    (isAccepted[ending[attempt] ?? 0] ? accepted : failed).add(attempt);
  }
  return [...failed.list(), ...accepted.list()]
    .slice(0, EXAMPLES)
    .map((attempt) => exampleOf(table, attempt));
}

/** The first so many of the attempts added; sorts now and then, so that the cost stays linear. */
class Earliest {
  readonly #ms: Float64Array;
  #kept: number[] = [];
  #latest = Infinity;

  constructor(ms: Float64Array) {
    this.#ms = ms;
  }

  add(attempt: number): void {
    const isFull = this.#kept.length >= EXAMPLES;
    if (isFull && this.#timeOf(attempt) >= this.#latest) return;
    this.#kept.push(attempt);
    if (this.#kept.length >= 4 * EXAMPLES) this.#cut();
  }

  list(): number[] {
    this.#cut();
    return this.#kept;
  }

  #cut(): void {
    const order = (a: number, b: number) => this.#timeOf(a) - this.#timeOf(b) || a - b;
    this.#kept = this.#kept.sort(order).slice(0, EXAMPLES);
    const last = this.#kept.at(-1);
    if (this.#kept.length === EXAMPLES && last !== undefined) this.#latest = this.#timeOf(last);
  }

  /** An attempt without a time comes after all others, before infinity. */
  #timeOf(attempt: number): number {
    const ms = this.#ms[attempt] ?? NaN;
    return Number.isNaN(ms) ? Number.MAX_VALUE : ms;
  }
}

function exampleOf(table: AttemptTable, attempt: number): StoryAttempt {
  const { columns } = table;
  const { outcome, substatus, win32 } = table.endings.list[columns.ending[attempt] ?? 0] ?? {};
  const ms = columns.ms[attempt] ?? NaN;
  const client = table.clients.nameOf(columns.client[attempt] ?? 0);
  const user = table.users.nameOf(columns.user[attempt] ?? 0);
  const resource = table.resources.nameOf(columns.resource[attempt] ?? 0);
  return {
    attempt,
    outcome: outcome ?? 'unclassified',
    ...(!Number.isNaN(ms) && { time: isoTime(ms, table.zone) }),
    ...(client !== '' && { client }),
    ...(user !== '' && { user }),
    ...(resource !== '' && { resource }),
    ...(substatus !== undefined && { substatus }),
    ...(win32 !== undefined && { win32 }),
    rows: columns.rows[attempt] ?? 0,
  };
}
