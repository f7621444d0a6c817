/** The numbers by which visitors are told apart. */

export interface KeyMaker {
  /** A number of 53 bits for a visitor's key; 0 may be said of one that is not to be remembered. */
  readonly keyOf: (key: string, isRemembered: boolean) => number;
  /** The same for a party. */
  readonly partyOf: (party: string) => number;
  /** 16 bits of a hash of client and resource. */
  readonly bitsOf: (client: string, resource: string) => number;
}

/** Keys remembered, where nobody hashes them. */
const KEYS = 200_000;

/** Keys by number in the order in which they come, where no scanner of bytes hashes them. */
export class KeysInOrder implements KeyMaker {
  readonly #visitors = new Numbers();
  readonly #parties = new Numbers();

  keyOf = (key: string, isRemembered: boolean): number => this.#visitors.of(key, isRemembered);
  partyOf = (party: string): number => this.#parties.of(party, true);
  bitsOf = (): number => 0;
}

class Numbers {
  readonly #known = new Map<string, number>();
  #next = 1;

  of(text: string, isRemembered: boolean): number {
    const number = this.#known.get(text);
    if (number !== undefined) return number;
    if (!isRemembered) return 0;
    if (this.#known.size >= KEYS) this.#known.clear();
    this.#known.set(text, this.#next);
    return this.#next++;
  }
}
