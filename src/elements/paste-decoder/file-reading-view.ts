/** How far the files of a case are read, and what is said above the result of them. */
import type { ReadPiece } from './excerpt-note.ts';
import type { ProgressView } from './file-progress.ts';
import type { FileProgress, PieceProgress, PieceSent } from './protocol.ts';

/** What is said above a result. */
export interface Notes {
  readonly elements: readonly HTMLElement[];
  /** The sentences of pieces that had not been read before. */
  readonly news: readonly string[];
}

/** Told the ids of the pieces that were not read to their end. */
type OnStop = (unread: readonly number[]) => void;

export class FileReadingView {
  readonly #result: HTMLElement;
  readonly #status: HTMLElement;
  readonly #onStop: OnStop;
  /** Pieces whose files were read. */
  readonly #read = new Set<number>();
  /** The last report of each piece that is a log. */
  readonly #reports = new Map<number, FileProgress>();
  #current: readonly PieceSent[] = [];
  #turn = 0;

  constructor(result: HTMLElement, status: HTMLElement, onStop: OnStop) {
    this.#result = result;
    this.#status = status;
    this.#onStop = onStop;
  }

  /** Shows the progress if files are to be read; returns what takes the reports. */
  start(
    pieces: readonly PieceSent[],
    again: boolean,
  ): ((progress: PieceProgress) => void) | undefined {
    const turn = ++this.#turn;
    this.#current = pieces.filter(({ id, files }) => files && (again || !this.#read.has(id)));
    if (this.#current.length === 0) return undefined;
    const shown: { view?: ProgressView } = {};
    void this.#draw(turn).then((view) => {
      if (view) shown.view = view;
    });
    return (progress) => {
      this.#reports.set(progress.piece, progress);
      shown.view?.show(progress);
    };
  }

  /** Nothing is being read any more. */
  stop(): void {
    this.#turn += 1;
    this.#current = [];
  }

  /** After the case was decoded: what is said of its files. */
  async notes(read: readonly Omit<ReadPiece, 'progress'>[]): Promise<Notes> {
    this.#turn += 1;
    const fresh = this.#current.map(({ id }) => id);
    for (const id of fresh) this.#read.add(id);
    this.#current = [];
    const ofFiles = read
      .filter(({ piece }) => piece.files)
      .map((one) => ({ ...one, progress: this.#reports.get(one.piece.id) }));
    if (ofFiles.length === 0) return { elements: [], news: [] };
    const { excerptNote, excerptWords } = await import('./excerpt-note.ts');
    return {
      elements: ofFiles.map(excerptNote),
      news: ofFiles.filter(({ piece }) => fresh.includes(piece.id)).map(excerptWords),
    };
  }

  async #draw(turn: number): Promise<ProgressView | undefined> {
    const names = this.#current.map(({ name }) => name ?? 'the paste').join(', ');
    const files = this.#current.flatMap((piece) => piece.files ?? []);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const { progressView } = await import('./file-progress.ts');
    if (turn !== this.#turn) return undefined;
    const view = progressView(names, size, () => {
      this.#onStop(this.#current.map(({ id }) => id));
    });
    this.#result.replaceChildren(view.element);
    this.#result.hidden = false;
    this.#status.textContent = `Reading ${names}.`;
    return view;
  }
}
