/**
 * Keeps the marks in this browser. Storage may be switched off or full: then the marks last for the
 * visit, and `lasting` says so.
 */
import { type Kept, NOTHING_KEPT, readKept, writeKept } from '../../core/index.ts';

export const STORAGE_KEY = 'checklist';

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class MarkStore {
  /** False once the browser has refused to keep or to hand out the marks. */
  lasting = true;
  #visit: Kept = NOTHING_KEPT;
  readonly #box: () => Box;

  /** `box` is asked each time: the mere mention of `localStorage` may throw. */
  constructor(box: () => Box = () => localStorage) {
    this.#box = box;
  }

  /** As another tab may have left them. */
  read(): Kept {
    if (this.lasting) {
      try {
        this.#visit = readKept(this.#box().getItem(STORAGE_KEY));
      } catch {
        this.lasting = false;
      }
    }
    return this.#visit;
  }

  write(kept: Kept): void {
    this.#visit = kept;
    if (!this.lasting) return;
    try {
      if (Object.keys(kept.marks).length === 0) this.#box().removeItem(STORAGE_KEY);
      else this.#box().setItem(STORAGE_KEY, writeKept(kept));
    } catch {
      this.lasting = false;
    }
  }
}
