/** The page's side of the worker: one paste at a time, and always the newest. */
import type { Options } from '../../core/index.ts';
import type { Answer, FileProgress, LogDesk, Question } from './protocol.ts';

/** A text, and what its reader said about it. */
export type Paste = Options & { text: string };
export type DecodedPaste = Extract<Answer, { kind: 'decode' | 'files' }>;

type Unnumbered<T> = T extends unknown ? Omit<T, 'ticket'> : never;
type Reply<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

export class DecoderClient {
  #worker: Worker | undefined;
  #busy = false;
  #waiting: Paste | undefined;
  #tickets = 0;
  #onProgress: ((progress: FileProgress) => void) | undefined;
  readonly #asked = new Map<number, (answer: Answer) => void>();
  readonly #onAnswer: (answer: DecodedPaste) => void;

  constructor(onAnswer: (answer: DecodedPaste) => void) {
    this.#onAnswer = onAnswer;
  }

  /** Decodes a paste; while one paste is being read, only the latest later one is kept. */
  send(paste: Paste): void {
    if (this.#busy) {
      this.#waiting = paste;
      return;
    }
    this.#busy = true;
    void this.#ask<'decode'>({ kind: 'decode', ...paste }).then((answer) => {
      this.#busy = false;
      const next = this.#waiting;
      this.#waiting = undefined;
      if (next === undefined) this.#onAnswer(answer);
      else this.send(next);
    });
  }

  /** Reads files as one log; the answer's text is an excerpt of them. */
  async readFiles(
    files: readonly File[],
    options: Options,
    onProgress: (progress: FileProgress) => void,
  ): Promise<Reply<'files' | 'failed'>> {
    this.#onProgress = onProgress;
    const answer = await this.#ask<'files' | 'failed'>({ kind: 'files', files, ...options });
    this.#onProgress = undefined;
    return answer;
  }

  /** Stops whatever the worker does; nothing it was asked will be answered. */
  stop(): void {
    // A worker with nothing to do stays, as another one would have to be loaded.
    if (this.#asked.size > 0) {
      this.#worker?.terminate();
      this.#worker = undefined;
    }
    this.#busy = false;
    this.#waiting = undefined;
    this.#onProgress = undefined;
    this.#asked.clear();
  }

  /** Answers questions about the log of the paste that was decoded with this ticket. */
  deskFor(paste: number): LogDesk {
    return {
      tell: async (filter) => {
        const { story, entries } = await this.#ask<'story'>({ kind: 'story', paste, filter });
        return story && entries && { story, entries };
      },
      rowsOf: async (attempt) => {
        return (await this.#ask<'rows'>({ kind: 'rows', paste, attempt })).entries;
      },
    };
  }

  #ask<K extends Answer['kind']>(question: Unnumbered<Question>): Promise<Reply<K>> {
    const ticket = ++this.#tickets;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ ...question, ticket });
    return new Promise((resolve) => {
      this.#asked.set(ticket, (answer) => {
        resolve(answer as Reply<K>);
      });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') {
        this.#onProgress?.(data);
        return;
      }
      this.#asked.get(data.ticket)?.(data);
      this.#asked.delete(data.ticket);
    });
    return worker;
  }
}
