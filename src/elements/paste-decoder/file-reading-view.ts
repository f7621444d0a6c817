/** How far the files of a case are read, and what is said above the result of them. */
import type { FileProgress, PieceSent } from './protocol.ts';
import type { ProgressView } from './file-progress.ts';

export class FileReadingView {
  readonly #result: HTMLElement;
  readonly #status: HTMLElement;
  readonly #onStop: () => void;
  /** Pieces whose files were read, with the last report of each. */
  readonly #read = new Map<number, FileProgress | undefined>();
  #current: readonly PieceSent[] = [];
  #last: FileProgress | undefined;
  #turn = 0;

  constructor(result: HTMLElement, status: HTMLElement, onStop: () => void) {
    this.#result = result;
    this.#status = status;
    this.#onStop = onStop;
  }

  /** Shows the progress if files are to be read; returns what takes the reports. */
  start(
    pieces: readonly PieceSent[],
    again: boolean,
  ): ((progress: FileProgress) => void) | undefined {
    const turn = ++this.#turn;
    this.#current = pieces.filter(({ id, files }) => files && (again || !this.#read.has(id)));
    if (this.#current.length === 0) return undefined;
    this.#last = undefined;
    const shown: { view?: ProgressView } = {};
    void this.#draw(turn).then((view) => {
      if (view) shown.view = view;
    });
    return (progress) => {
      this.#last = progress;
      shown.view?.show(progress);
    };
  }

  /** Nothing is being read any more. */
  stop(): void {
    this.#turn += 1;
    this.#current = [];
  }

  /** After the result was drawn: says above it which files it is of. */
  note(pieces: readonly PieceSent[]): void {
    this.#turn += 1;
    for (const { id } of this.#current) this.#read.set(id, this.#last);
    this.#current = [];
    const files = pieces.filter((piece) => piece.files);
    if (files.length === 0) return;
    void import('./file-progress.ts').then(({ fileNote }) => {
      this.#result.prepend(
        ...files.map(({ id, name }) => fileNote(name ?? 'The log', this.#read.get(id))),
      );
    });
  }

  async #draw(turn: number): Promise<ProgressView | undefined> {
    const names = this.#current.map(({ name }) => name ?? 'a log').join(', ');
    const files = this.#current.flatMap((piece) => piece.files ?? []);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const { progressView } = await import('./file-progress.ts');
    if (turn !== this.#turn) return undefined;
    const view = progressView(names, size, this.#onStop);
    this.#result.replaceChildren(view.element);
    this.#result.hidden = false;
    this.#status.textContent = `Reading ${names}.`;
    return view;
  }
}
