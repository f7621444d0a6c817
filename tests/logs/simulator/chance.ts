/** What happens by chance, the same for the same seed. */
import { random } from '../random.ts';

const MODULUS = 2_147_483_647;

export class Chance {
  readonly #next: (below: number) => number;

  constructor(seed: number) {
    this.#next = random(1 + (seed % (MODULUS - 1)));
    // Seeds that are neighbors begin alike.
    for (let i = 0; i < 20; i++) this.#next(2);
  }

  /** A chance of its own, so that a change in one place leaves the others as they are. */
  fork(): Chance {
    return new Chance(this.#next(MODULUS));
  }

  /** A whole number from 0 on. */
  below(count: number): number {
    return Math.floor((this.#next(MODULUS) / MODULUS) * count);
  }

  /** True in this share of the cases. */
  is(share: number): boolean {
    return this.below(1_000_000) < share * 1_000_000;
  }

  /** A whole number in a range, both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)];
    if (chosen === undefined) throw new Error('Nothing to pick from.');
    return chosen;
  }

  /** Picks by weights, which need no particular sum. */
  weigh<T>(weighted: readonly (readonly [T, number])[]): T {
    const [first] = weighted;
    if (!first) throw new Error('Nothing to pick from.');
    const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
    let at = (this.below(1_000_000) / 1_000_000) * total;
    for (const [value, weight] of weighted) {
      at -= weight;
      if (at < 0) return value;
    }
    return first[0];
  }

  /** A duration with this median; two thirds lie within a factor of `spread`. Long ones do occur. */
  about(median: number, spread = 2): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.below(1_000_000) / 1_000_000;
    return Math.max(1, Math.round(median * spread ** sum));
  }
}
