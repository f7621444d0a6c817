/** The visitors of a log, as numbers in typed arrays: one client at one resource each. */
import { grown } from './grown.ts';
import { KeyIndex } from './key-index.ts';
import { NO_ATTEMPT } from './open-attempts.ts';

const FIRST_ROOM = 1_024;

export class Visitors {
  readonly #index = new KeyIndex();
  #keys = new Float64Array(FIRST_ROOM);
  #count = 0;

  /** What tells its party, and its bits; see `RowNumbers`. */
  party = new Float64Array(FIRST_ROOM);
  bits = new Uint16Array(FIRST_ROOM);
  /** Its attempt under way that began last, and how many there are. */
  newest = new Int32Array(FIRST_ROOM);
  open = new Uint16Array(FIRST_ROOM);
  /** Ids of its names in the table. */
  client = new Uint32Array(FIRST_ROOM);
  resource = new Uint32Array(FIRST_ROOM);
  agent = new Uint32Array(FIRST_ROOM);
  /** Its attempt that was accepted last: its number in the table, and when. */
  accepted = new Float64Array(FIRST_ROOM);
  acceptedAt = new Float64Array(FIRST_ROOM);
  /** Signs that all its attempts have. */
  signs = new Int32Array(FIRST_ROOM);

  get count(): number {
    return this.#count;
  }

  /** The number of a visitor, from 1 on; 0 for one that is not known. */
  find(key: number): number {
    return this.#index.get(key);
  }

  /** Remembers a new visitor, whose columns are to be filled. Returns its number. */
  add(key: number): number {
    const at = ++this.#count;
    if (at === this.party.length) this.#grow();
    this.#keys[at] = key;
    this.newest[at] = NO_ATTEMPT;
    this.open[at] = 0;
    this.acceptedAt[at] = NaN;
    this.#index.set(key, at);
    return at;
  }

  /** Forgets those without an attempt under way. Returns the new number of each that is kept. */
  forget(): Int32Array {
    const numbers = new Int32Array(this.#count + 1);
    const keys = this.#keys;
    this.#index.clear();
    const count = this.#count;
    this.#count = 0;
    for (let from = 1; from <= count; from++) {
      if (this.open[from] === 0) continue;
      const to = ++this.#count;
      numbers[from] = to;
      keys[to] = keys[from] ?? 0;
      this.party[to] = this.party[from] ?? 0;
      this.bits[to] = this.bits[from] ?? 0;
      this.newest[to] = this.newest[from] ?? NO_ATTEMPT;
      this.open[to] = this.open[from] ?? 0;
      this.client[to] = this.client[from] ?? 0;
      this.resource[to] = this.resource[from] ?? 0;
      this.agent[to] = this.agent[from] ?? 0;
      this.signs[to] = this.signs[from] ?? 0;
      this.acceptedAt[to] = this.acceptedAt[from] ?? NaN;
      this.accepted[to] = this.accepted[from] ?? 0;
      this.#index.set(keys[to], to);
    }
    return numbers;
  }

  #grow(): void {
    this.#keys = grown(this.#keys);
    this.party = grown(this.party);
    this.bits = grown(this.bits);
    this.newest = grown(this.newest);
    this.open = grown(this.open);
    this.client = grown(this.client);
    this.resource = grown(this.resource);
    this.agent = grown(this.agent);
    this.signs = grown(this.signs);
    this.accepted = grown(this.accepted);
    this.acceptedAt = grown(this.acceptedAt);
  }
}
