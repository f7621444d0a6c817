/**
 * How attempts end, each way kept once and known by a small number: the outcome, its article, and
 * the codes of the 401 that decided.
 */
import type { ArticleSlug } from '../../../articles.ts';
import type { Outcome } from '../../../contract/decoded.ts';

export interface Ending {
  readonly outcome: Outcome;
  readonly article: ArticleSlug;
  /** sc-substatus and sc-win32-status of the 401 that decided, in an attempt that was not accepted. */
  readonly substatus?: number;
  readonly win32?: number;
}

/** Endings told apart by their codes; codes come from the log, so there must be an end. */
const ENDINGS = 4_096;

export class Endings {
  readonly #ids = new Map<string, number>();
  readonly #list: Ending[] = [];
  readonly #limit: number;
  readonly #attempts: number[] = [];
  readonly #rows: number[] = [];

  constructor(limit = ENDINGS) {
    this.#limit = limit;
  }

  /** In the order of their ids. */
  get list(): readonly Ending[] {
    return this.#list;
  }

  /** Attempts and rows that ended in each way, whether the table holds them or not. */
  totalsOf(id: number): { attempts: number; rows: number } {
    return { attempts: this.#attempts[id] ?? 0, rows: this.#rows[id] ?? 0 };
  }

  /** Counts attempts with so many rows as ended in this way; fewer than none take them away. */
  move(id: number, attempts: number, rows: number): void {
    this.#attempts[id] = (this.#attempts[id] ?? 0) + attempts;
    this.#rows[id] = (this.#rows[id] ?? 0) + Math.sign(attempts) * rows;
  }

  /** The id of an ending. Beyond the limit the codes are left out. */
  idOf(ending: Ending): number {
    const { outcome, article, substatus, win32 } = ending;
    const key = `${outcome} ${article} ${substatus ?? ''} ${win32 ?? ''}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const isBare = substatus === undefined && win32 === undefined;
    if (!isBare && this.#list.length >= this.#limit) return this.idOf({ outcome, article });
    this.#ids.set(key, this.#list.length);
    return this.#list.push(ending) - 1;
  }

  /** The same as `Names.renumber`. */
  renumber(ids: Uint16Array): Uint16Array {
    const old = this.#list.map((ending, id) => ({ ending, ...this.totalsOf(id) }));
    const numbers = new Uint16Array(old.length);
    const seen = new Set(ids);
    const order = new Set([...seen, ...old.keys()]);
    this.#ids.clear();
    this.#list.length = 0;
    for (const id of order) {
      const was = old[id];
      if (!was) continue;
      const now = this.idOf(was.ending);
      numbers[id] = now;
      this.#attempts[now] = was.attempts;
      this.#rows[now] = was.rows;
    }
    return numbers;
  }
}
