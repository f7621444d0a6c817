/** The users of a log by number, and the person behind the spellings of one name. */
import { KeyIndex } from './key-index.ts';
import { type Names, NO_NAME, OTHERS } from './name-table.ts';

export class Users {
  readonly #names: Names;
  readonly #byHash = new KeyIndex();
  readonly #people = new Map<string, number>();
  /** The person of each name's id; 0 for nobody in particular. */
  readonly #personOf: number[] = [];

  constructor(names: Names) {
    this.#names = names;
  }

  /** The id of a user's name; `NO_NAME` for ''. */
  idOf(name: string): number {
    if (name === '') return NO_NAME;
    const id = this.#names.idOf(name);
    if (id !== OTHERS) this.#personOf[id] ??= this.#numberOf(name);
    return id;
  }

  /** The same by a hash of the name, which is read only when it is new. */
  idByHash(hash: number, read: () => string): number {
    if (hash === 0) return NO_NAME;
    const known = this.#byHash.get(hash);
    if (known !== 0) return known;
    const id = this.idOf(read());
    this.#byHash.set(hash, id);
    return id;
  }

  /** `CONTOSO\anna`, `anna@contoso.com` and `Anna` are taken for one person. */
  personOf(user: number): number {
    return this.#personOf[user] ?? 0;
  }

  #numberOf(name: string): number {
    const bare = name
      .slice(name.lastIndexOf('\\') + 1)
      .replace(/@.*$/, '')
      .toLowerCase();
    const known = this.#people.get(bare);
    if (known !== undefined) return known;
    this.#people.set(bare, this.#people.size + 1);
    return this.#people.size;
  }
}
