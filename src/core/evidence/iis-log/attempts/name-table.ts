/**
 * Names of a log (clients, users, resources), each kept once and known by a small number, so that a
 * column of a million names is a column of numbers. Bounded in number and in size: names beyond that
 * share one id.
 */

/** Distinct names kept, and characters of them; the further ones are counted together. */
export const NAMES = 100_000;
const CHARACTERS = 8_000_000;
/** Characters of one name: what begins alike for so long is one name. */
const LONGEST = 1_000;
/** Id of the empty name: the row has none. */
export const NO_NAME = 0;
/** Id shared by all names beyond the limit. */
export const OTHERS = 1;

export class Names {
  readonly #limit: number;
  readonly #names: string[] = ['', ''];
  #characters = 0;
  readonly #ids = new Map<string, number>([['', NO_NAME]]);

  /** `limit` counts the names, without the empty one. */
  constructor(limit = NAMES) {
    this.#limit = limit;
  }

  /** All ids are below it. */
  get size(): number {
    return this.#names.length;
  }

  /** The names by their ids. */
  get list(): readonly string[] {
    return this.#names;
  }

  /** The name of an id; empty for `NO_NAME` and `OTHERS`. */
  nameOf(id: number): string {
    return this.#names[id] ?? '';
  }

  /** The id of a name; a new one is kept. */
  idOf(name: string): number {
    const kept = name.length > LONGEST ? name.slice(0, LONGEST) : name;
    const known = this.#ids.get(kept);
    if (known !== undefined) return known;
    const characters = this.#characters + kept.length;
    if (this.#names.length - 2 >= this.#limit || characters > CHARACTERS) return OTHERS;
    this.#characters = characters;
    const id = this.#names.push(kept) - 1;
    this.#ids.set(kept, id);
    return id;
  }

  /** The id of a name that is known already. */
  find(name: string): number | undefined {
    return this.#ids.get(name);
  }

  /**
   * Gives the names new ids, in the order in which a column of ids has them first. Returns the new id
   * of each old one; the column is not changed.
   */
  renumber(ids: Uint32Array): Uint32Array {
    const old = [...this.#names];
    const numbers = new Uint32Array(old.length);
    numbers[OTHERS] = OTHERS;
    this.#names.length = OTHERS + 1;
    const take = (id: number) => {
      if (id <= OTHERS || numbers[id] !== 0) return;
      const name = old[id] ?? '';
      numbers[id] = this.#names.push(name) - 1;
      this.#ids.set(name, numbers[id]);
    };
    for (const id of ids) take(id);
    for (let id = OTHERS + 1; id < old.length; id++) take(id);
    return numbers;
  }
}
