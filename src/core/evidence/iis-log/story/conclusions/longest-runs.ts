/**
 * The longest run of failures of everybody, or of each name: attempts in a row, in the order of time,
 * of which none was accepted. One walk for all names.
 */
import { NO_NAME, OTHERS } from '../../attempts/name-table.ts';
import type { TimedAttempts } from './timed-attempts.ts';

/** A client that is refused for an hour is one attempt of hundreds of rows; a try takes three. */
const ROWS_OF_A_TRY = 3;

export interface Run {
  /** Id of the name; 0 when the run is of all attempts. */
  readonly id: number;
  /** Tries in it: attempts, and more where one of them went on for long. */
  readonly tries: number;
  /** Milliseconds since 1970: when its first and its last attempt began. */
  readonly from: number;
  readonly to: number;
  /** Accepted attempts before and after it, the last before and the first after; NaN for none. */
  readonly before: number;
  readonly lastBefore: number;
  readonly after: number;
  readonly firstAfter: number;
  /** All tries and attempts, and those of them that failed. */
  readonly total: number;
  readonly failed: number;
}

/**
 * `ids` is a column of the table; without it all attempts are one. Only attempts of people count, and
 * only failures that nothing has told yet.
 */
export function longestRuns(all: TimedAttempts, ids?: Uint32Array, size = 1): Run[] {
  const { order, timed } = all;
  const { ms, rows } = all.table.columns;
  const found = new RunsByName(size);
  for (let i = 0; i < timed; i++) {
    const attempt = order[i] ?? 0;
    if (!all.isOfPeople(attempt) || all.isTold[attempt] === 1) continue;
    const id = ids ? (ids[attempt] ?? NO_NAME) : 0;
    if (ids && id <= OTHERS) continue;
    const tries = Math.max(1, Math.floor((rows[attempt] ?? 0) / ROWS_OF_A_TRY));
    if (all.hasFailed(attempt)) found.failed(id, ms[attempt] ?? NaN, tries);
    else found.accepted(id, ms[attempt] ?? NaN);
  }
  return found.list();
}

class RunsByName {
  readonly #size: number;
  readonly #ok: Uint32Array;
  readonly #lastOk: Float64Array;
  readonly #failures: Uint32Array;
  /** The run that goes on. */
  readonly #run: Uint32Array;
  readonly #runFrom: Float64Array;
  /** The longest so far: its tries, its times, what was accepted before it and first after it. */
  readonly #best: Uint32Array;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #before: Uint32Array;
  readonly #lastBefore: Float64Array;
  readonly #firstAfter: Float64Array;

  constructor(size: number) {
    this.#size = size;
    const counts = () => new Uint32Array(size);
    const times = () => new Float64Array(size).fill(NaN);
    [this.#ok, this.#failures, this.#run] = [counts(), counts(), counts()];
    [this.#best, this.#before] = [counts(), counts()];
    [this.#lastOk, this.#runFrom, this.#from, this.#to] = [times(), times(), times(), times()];
    [this.#lastBefore, this.#firstAfter] = [times(), times()];
  }

  accepted(id: number, ms: number): void {
    this.#ok[id] = (this.#ok[id] ?? 0) + 1;
    this.#lastOk[id] = ms;
    this.#run[id] = 0;
    const isFirstAfter = (this.#best[id] ?? 0) > 0 && Number.isNaN(this.#firstAfter[id] ?? NaN);
    if (isFirstAfter) this.#firstAfter[id] = ms;
  }

  failed(id: number, ms: number, tries: number): void {
    this.#failures[id] = (this.#failures[id] ?? 0) + tries;
    if (this.#run[id] === 0) this.#runFrom[id] = ms;
    const run = (this.#run[id] ?? 0) + tries;
    this.#run[id] = run;
    if (run <= (this.#best[id] ?? 0)) return;
    this.#best[id] = run;
    this.#from[id] = this.#runFrom[id] ?? NaN;
    this.#to[id] = ms;
    this.#before[id] = this.#ok[id] ?? 0;
    this.#lastBefore[id] = this.#lastOk[id] ?? NaN;
    this.#firstAfter[id] = NaN;
  }

  list(): Run[] {
    const runs: Run[] = [];
    for (let id = 0; id < this.#size; id++) {
      const tries = this.#best[id] ?? 0;
      if (tries === 0) continue;
      const [ok, before, failed] = [
        this.#ok[id] ?? 0,
        this.#before[id] ?? 0,
        this.#failures[id] ?? 0,
      ];
      runs.push({
        ...{ id, tries, from: this.#from[id] ?? NaN, to: this.#to[id] ?? NaN },
        ...{ before, lastBefore: this.#lastBefore[id] ?? NaN },
        ...{ after: ok - before, firstAfter: this.#firstAfter[id] ?? NaN },
        ...{ total: ok + failed, failed },
      });
    }
    return runs;
  }
}
