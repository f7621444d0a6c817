/**
 * Where the paste area is. Before the first result it is the page; beside a result it is a panel that
 * opens over it, and that gives the focus back to where it came from.
 */
import { part } from '../dom.ts';

export class PastePanel {
  readonly #root: HTMLElement;
  readonly #title: HTMLElement;
  #cameFrom: Element | null = null;
  #scroll = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#title = part(root, '.box-title', HTMLElement);
  }

  /** The page shows a case, and no longer its first view. */
  get isWorking(): boolean {
    return 'working' in this.#root.dataset;
  }

  get isOpen(): boolean {
    return !this.isWorking || 'box' in this.#root.dataset;
  }

  /** Leaves the first view; the area stays where it is written into. */
  work(isWriting: boolean): void {
    if (!this.isWorking) {
      this.#root.dataset.working = '';
      scrollTo({ top: 0 });
    }
    if (isWriting) this.open();
    else if ('box' in this.#root.dataset) this.shut();
  }

  /** Back to the first view. */
  rest(): void {
    delete this.#root.dataset.working;
    delete this.#root.dataset.box;
    this.#cameFrom = null;
  }

  name(title: string): void {
    this.#title.textContent = title;
  }

  /** Opens the panel; what has the focus gets it back. */
  open(): void {
    if (!this.isWorking || 'box' in this.#root.dataset) return;
    this.#cameFrom = document.activeElement;
    this.#scroll = scrollY;
    this.#root.dataset.box = '';
  }

  /** Closes the panel and goes back to the place that it was opened from, or to `otherwise`. */
  close(otherwise: () => HTMLElement | null): void {
    if (!this.isWorking || !('box' in this.#root.dataset)) return;
    const from = this.#cameFrom;
    this.shut();
    scrollTo({ top: this.#scroll });
    const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
    const to = isThere && !from.closest('.paste-card') ? from : otherwise();
    to?.focus({ preventScroll: isThere });
  }

  /** Closes the panel, wherever the focus is. */
  shut(): void {
    delete this.#root.dataset.box;
    this.#cameFrom = null;
  }
}
