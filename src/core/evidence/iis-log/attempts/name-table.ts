/**
 * Names of a log (clients, users, resources), each kept once and known by a small number, so that a
 * column of a million names is a column of numbers. Bounded: names beyond the limit share one id.
 */

/** Distinct names kept; the further ones are counted together. */
export const NAMES = 100_000;
/** Id of the empty name: the row has none. */
export const NO_NAME = 0;
/** Id shared by all names beyond the limit. */
export const OTHERS = 1;

export class Names {
  readonly #limit: number;
  readonly #names: string[] = ['', ''];
  readonly #ids = new Map<string, number>([['', NO_NAME]]);

  /** `limit` counts the names, without the empty one. */
  constructor(limit = NAMES) {
    this.#limit = limit;
  }

  /** All ids are below it. */
  get size(): number {
    return this.#names.length;
  }

  /** The name of an id; empty for `NO_NAME` and `OTHERS`. */
  nameOf(id: number): string {
    return this.#names[id] ?? '';
  }

  /** The id of a name; a new one is kept. */
  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    if (this.#names.length - 2 >= this.#limit) return OTHERS;
    const id = this.#names.push(name) - 1;
    this.#ids.set(name, id);
    return id;
  }

  /** The id of a name that is known already. */
  find(name: string): number | undefined {
    return this.#ids.get(name);
  }
}
