/** A map whose keys are hashes already: numbers of 53 bits, of which the low ones tell the slot. */

const FIRST_ROOM = 8_192;

export class HashMap<V> {
  #keys = new Float64Array(FIRST_ROOM);
  #values: (V | undefined)[] = Array.from({ length: FIRST_ROOM });
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: number): V | undefined {
    return this.#values[this.#slotOf(key)];
  }

  set(key: number, value: V): void {
    if (2 * this.#size >= this.#keys.length) this.#grow();
    const slot = this.#slotOf(key);
    if (this.#values[slot] === undefined) this.#size++;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  clear(): void {
    this.#values.fill(undefined);
    this.#size = 0;
  }

  /** The slot that holds the key, or the free one that is to hold it. */
  #slotOf(key: number): number {
    const last = this.#keys.length - 1;
    let slot = key & last;
    while (this.#keys[slot] !== key && this.#values[slot] !== undefined) slot = (slot + 1) & last;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(2 * keys.length);
    this.#values = Array.from({ length: 2 * keys.length });
    this.#size = 0;
    for (const [slot, value] of values.entries()) {
      if (value !== undefined) this.set(keys[slot] ?? 0, value);
    }
  }
}
