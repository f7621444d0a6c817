/**
 * What a screen reader is told after each reading: once for each piece what it is, the verdict when it
 * has changed, and how many checks are settled.
 */
export interface News {
  /** The pieces of the case, by their ids. */
  readonly pieces: readonly { readonly id: number; readonly words: string }[];
  readonly verdict: string;
  readonly settled: string;
  /** Said in any case. */
  readonly more: readonly string[];
}

export class Announcer {
  readonly #status: HTMLElement;
  readonly #told = new Set<number>();
  #verdict = '';

  constructor(status: HTMLElement) {
    this.#status = status;
  }

  say(words: string): void {
    this.#status.textContent = words;
  }

  forget(): void {
    this.#told.clear();
    this.#verdict = '';
    this.say('');
  }

  tell({ pieces, verdict, settled, more }: News): void {
    const fresh = pieces.filter(({ id }) => !this.#told.has(id));
    for (const { id } of fresh) this.#told.add(id);
    const isSame = verdict === this.#verdict;
    this.#verdict = verdict;
    if (isSame && fresh.length === 0 && more.length === 0) return;
    this.say(
      [
        ...more,
        ...fresh.map(({ words }) => words),
        isSame ? 'The verdict is unchanged.' : verdict,
        settled,
      ].join(' '),
    );
  }
}
