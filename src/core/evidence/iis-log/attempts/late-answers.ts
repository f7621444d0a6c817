/**
 * Attempts that were written down as unanswered, for requests that take longer than attempts are held
 * under way: the row of a WebSocket is written when it is closed, hours later. Bounded; the oldest
 * are forgotten first.
 */

/** Attempts remembered. */
const REMEMBERED = 65_536;
const CLOCK_MS = 1_500;
/** The request began at most so long after the last 401. */
const PERSON_MS = 15 * 60_000;

interface Unanswered {
  readonly visitor: number;
  readonly bits: number;
  /** Its number in the table. */
  readonly written: number;
  readonly last: number;
}

export class LateAnswers {
  readonly #byVisitor = new Map<number, Unanswered[]>();
  readonly #queue: Unanswered[] = [];
  #next = 0;

  /** Remembers an attempt. Returns the bits of the visitor whose attempt is forgotten for it. */
  add(attempt: Unanswered): number | undefined {
    const forgotten = this.#queue[this.#next];
    if (forgotten) this.#forget(forgotten);
    this.#queue[this.#next] = attempt;
    this.#next = (this.#next + 1) % REMEMBERED;
    const known = this.#byVisitor.get(attempt.visitor);
    if (known) known.push(attempt);
    else this.#byVisitor.set(attempt.visitor, [attempt]);
    return forgotten?.bits;
  }

  has(visitor: number): boolean {
    return this.#byVisitor.has(visitor);
  }

  /** The newest attempt of the visitor that a request begun at `start` may have answered, once. */
  take(visitor: number, start: number): number | undefined {
    const known = this.#byVisitor.get(visitor);
    const found = known?.findLast(
      ({ last }) => start - last >= -CLOCK_MS && start - last <= PERSON_MS,
    );
    if (!found) return undefined;
    this.#forget(found);
    return found.written;
  }

  /** Forgets all. Returns the bits of each one's visitor. */
  clear(): number[] {
    const bits = this.#queue.map((attempt) => attempt.bits);
    this.#byVisitor.clear();
    this.#queue.length = 0;
    this.#next = 0;
    return bits;
  }

  #forget(attempt: Unanswered): void {
    const rest = this.#byVisitor.get(attempt.visitor)?.filter((other) => other !== attempt);
    if (!rest || rest.length === 0) this.#byVisitor.delete(attempt.visitor);
    else this.#byVisitor.set(attempt.visitor, rest);
  }
}
