/**
 * Names of a log (clients, users, resources), each kept once and known by a small number, so that a
 * column of a million names is a column of numbers. Bounded: names beyond the limit share one id,
 * and a hostile log of names with one hash meets the same end instead of a search without end.
 */

/** Distinct names kept; the further ones are counted together. */
export const NAMES = 100_000;
/** Id of the empty name: the row has none. */
export const NO_NAME = 0;
/** Id shared by all names beyond the limit. */
export const OTHERS = 1;

/** Names of one chain that are compared; honest chains hold one or two. */
const CHAIN = 64;
const END = -1;

/**
 * A name as its reader has it, perhaps as bytes that are no string yet. Any hash of 32 bits will
 * do, as long as one table always gets the same.
 */
export interface Spelling {
  readonly hash: number;
  /** Is it this name? */
  is(name: string): boolean;
  text(): string;
}

export class Names {
  readonly #limit: number;
  readonly #names: string[] = ['', ''];
  readonly #hashes: number[] = [0, 0];
  /** Per id, the next one of its chain. A chain that is split by growing only becomes shorter. */
  readonly #next: number[] = [END, END];
  #heads = new Int32Array(1024).fill(END);

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
    return name === '' ? NO_NAME : this.idOfSpelling(spelled(name));
  }

  /** The same for a name that is not empty and whose hash is known; a new one's text is asked for. */
  idOfSpelling(spelling: Spelling): number {
    const { hash } = spelling;
    let id = this.#heads[this.#headOf(hash)] ?? END;
    for (let compared = 0; id !== END; compared++) {
      if (this.#hashes[id] === hash && spelling.is(this.nameOf(id))) return id;
      if (compared === CHAIN) return OTHERS;
      id = this.#next[id] ?? END;
    }
    if (this.#names.length - 2 >= this.#limit) return OTHERS;
    return this.#add(spelling.text(), hash);
  }

  /** The id of a name that is known already. */
  find(name: string): number | undefined {
    if (name === '') return NO_NAME;
    const id = this.#names.indexOf(name);
    return id > OTHERS ? id : undefined;
  }

  #add(name: string, hash: number): number {
    const id = this.#names.length;
    this.#names.push(name);
    this.#hashes.push(hash);
    if (id > this.#heads.length) this.#grow();
    this.#chain(id, hash);
    return id;
  }

  #grow(): void {
    this.#heads = new Int32Array(2 * this.#heads.length).fill(END);
    for (let id = OTHERS + 1; id < this.#names.length - 1; id++) {
      this.#chain(id, this.#hashes[id] ?? 0);
    }
  }

  #chain(id: number, hash: number): void {
    const head = this.#headOf(hash);
    this.#next[id] = this.#heads[head] ?? END;
    this.#heads[head] = id;
  }

  #headOf(hash: number): number {
    return hash & (this.#heads.length - 1);
  }
}

function spelled(name: string): Spelling {
  return { hash: hashOf(name), is: (other) => other === name, text: () => name };
}

/** FNV-1a over the UTF-16 code units, its high bits folded into the low ones. */
function hashOf(name: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x0100_0193);
  return hash ^ (hash >>> 15);
}
