/** Numbers by keys that are hashes already: numbers of 53 bits, of which the low ones tell the slot. */

const FIRST_ROOM = 8_192;

export class KeyIndex {
  #keys = new Float64Array(FIRST_ROOM);
  /** 0 for a free slot. */
  #values = new Int32Array(FIRST_ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a key; 0 for none. */
  get(key: number): number {
    return this.#values[this.#slotOf(key)] ?? 0;
  }

  /** `value` is not 0. */
  set(key: number, value: number): void {
    if (2 * this.#size >= this.#keys.length) this.#grow();
    const slot = this.#slotOf(key);
    if (this.#values[slot] === 0) this.#size++;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  clear(): void {
    this.#values.fill(0);
    this.#size = 0;
  }

  /** The slot that holds the key, or the free one that is to hold it. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    const values = this.#values;
    const last = keys.length - 1;
    let slot = ((key >>> 0) + 0x9e3b * Math.floor(key / 0x1_0000_0000)) & last;
    while (values[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(2 * keys.length);
    this.#values = new Int32Array(2 * keys.length);
    this.#size = 0;
    for (let slot = 0; slot < values.length; slot++) {
      const value = values[slot] ?? 0;
      if (value !== 0) this.set(keys[slot] ?? 0, value);
    }
  }
}
