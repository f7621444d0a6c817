/**
 * Time per kilobyte, compared with the median of the same kind of evidence: a reader that is linear
 * takes about as long per kilobyte whatever happens to the text, on a slow machine as on a fast one.
 */

/** UTF-16 code units that even the shortest text counts as: rules and tables take their time as well. */
const LEAST = 4 * 1024;

/** Slowest inputs that are kept of each kind. */
const KEPT = 5;

export interface Slow {
  readonly name: string;
  readonly texts: readonly string[];
  /** Milliseconds per kilobyte. */
  readonly rate: number;
}

export function rateOf(texts: readonly string[], milliseconds: number): number {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return milliseconds / (Math.max(length, LEAST) / 1024);
}

export class Pace {
  private readonly kinds = new Map<string, { rates: number[]; slowest: Slow[] }>();

  add(kind: string, slow: Slow): void {
    const known = this.kinds.get(kind) ?? { rates: [], slowest: [] };
    this.kinds.set(kind, known);
    known.rates.push(slow.rate);
    if (slow.rate <= (known.slowest[KEPT - 1]?.rate ?? 0)) return;
    known.slowest = [...known.slowest, slow].sort((a, b) => b.rate - a.rate).slice(0, KEPT);
  }

  /** The slowest inputs of each kind with their ratio to its median, after a second measurement. */
  async slowest(
    measure: (texts: readonly string[]) => Promise<number>,
  ): Promise<(Slow & { kind: string; ratio: number })[]> {
    const all: (Slow & { kind: string; ratio: number })[] = [];
    for (const [kind, { rates, slowest }] of this.kinds) {
      const median = rates.sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
      for (const slow of slowest) {
        const rate = rateOf(slow.texts, await measure(slow.texts));
        all.push({ ...slow, kind, rate, ratio: rate / median });
      }
    }
    return all.sort((a, b) => b.ratio - a.ratio);
  }
}
