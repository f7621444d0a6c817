/**
 * Numbers for pairs of ids, such as a client and its agent: 0, 1, 2 in the order of their first
 * appearance. Open addressing in typed arrays, as a million pairs in a `Map` take too long.
 */

const FIRST_ROOM = 1_024;
/** Ids are below it: attempts, names and pairs are a million at most. */
const WIDTH = 0x20_0000;

export class PairIds {
  /** Key + 1; 0 for a free slot. */
  #keys = new Float64Array(FIRST_ROOM);
  #ids = new Uint32Array(FIRST_ROOM);
  readonly #pairs: number[] = [];

  /** Distinct pairs. */
  get size(): number {
    return this.#pairs.length;
  }

  /** The number of a pair; a new one gets the next. */
  idOf(a: number, b: number): number {
    const key = a * WIDTH + b + 1;
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#ids[slot] ?? 0;
    const id = this.#pairs.push(key - 1) - 1;
    this.#keys[slot] = key;
    this.#ids[slot] = id;
    if (2 * this.#pairs.length > this.#keys.length) this.#grow();
    return id;
  }

  /** The number of a pair; -1 for one that has none. */
  find(a: number, b: number): number {
    const slot = this.#slotOf(a * WIDTH + b + 1);
    return this.#keys[slot] === 0 ? -1 : (this.#ids[slot] ?? 0);
  }

  has(a: number, b: number): boolean {
    return this.find(a, b) >= 0;
  }

  firstOf(id: number): number {
    return Math.floor((this.#pairs[id] ?? 0) / WIDTH);
  }

  secondOf(id: number): number {
    return (this.#pairs[id] ?? 0) % WIDTH;
  }

  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    const low = key | 0;
    let slot = mixed(low ^ Math.imul((key - (low >>> 0)) / 0x1_0000_0000, 0x9e37_79b1)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    this.#keys = new Float64Array(2 * this.#keys.length);
    this.#ids = new Uint32Array(this.#keys.length);
    this.#pairs.forEach((pair, id) => {
      const slot = this.#slotOf(pair + 1);
      this.#keys[slot] = pair + 1;
      this.#ids[slot] = id;
    });
  }
}

/** Spreads all bits over all others (the last steps of MurmurHash3). */
function mixed(bits: number): number {
  const half = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2_ae35);
  return whole ^ (whole >>> 16);
}
