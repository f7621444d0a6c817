/**
 * The page's side of the worker: one case at a time, and always the newest. Every question is answered:
 * a worker that does not load, stops or sends nothing readable is answered for here.
 */
import type { Options } from '../../core/index.ts';
import type { Answer, LogDesk, PieceProgress, PieceSent, Question } from './protocol.ts';
import { startWorker } from './start-worker.ts';

/** A case on its way: the evidence, and what the person said about it. */
export type Case = Options & {
  readonly pieces: readonly PieceSent[];
  readonly onProgress?: (progress: PieceProgress) => void;
};
type Reply<K extends Answer['kind']> = Extract<Answer, { kind: K }>;
export type CaseAnswer = Reply<'case' | 'failed'>;

type Unnumbered<T> = T extends unknown ? Omit<T, 'ticket'> : never;

const NOT_LOADED =
  'The decoder could not be started. Reload the page and paste again; if that does not help, the site is not complete on its server.';
const UNREADABLE = 'The decoder sent an answer that this page cannot read. Reload the page.';

export class DecoderClient {
  #worker: Worker | undefined;
  #busy = false;
  #waiting: Case | undefined;
  #tickets = 0;
  #onProgress: Case['onProgress'];
  readonly #asked = new Map<number, (answer: Answer) => void>();
  readonly #onAnswer: (answer: CaseAnswer) => void;

  constructor(onAnswer: (answer: CaseAnswer) => void) {
    this.#onAnswer = onAnswer;
  }

  /** Decodes a case; while one is being read, only the latest later one is kept. */
  send(next: Case): void {
    if (this.#busy) {
      this.#waiting = next;
      return;
    }
    this.#busy = true;
    const { onProgress, ...question } = next;
    this.#onProgress = onProgress;
    void this.#ask<'case' | 'failed'>({ kind: 'case', ...question }).then((answer) => {
      this.#busy = false;
      this.#onProgress = undefined;
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (waiting) this.send(waiting);
      else this.#onAnswer(answer);
    });
  }

  /** Stops whatever the worker does; nothing it was asked will be answered. */
  stop(): void {
    // A worker with nothing to do stays, as another one would have to be loaded.
    if (this.#asked.size > 0) this.#discard();
    this.#busy = false;
    this.#waiting = undefined;
    this.#onProgress = undefined;
    this.#asked.clear();
  }

  /** Loads all that reading may need; on failure the parts are loaded when they are needed. */
  async loadAhead(): Promise<void> {
    await this.#ask<'load-all' | 'failed'>({ kind: 'load-all' });
  }

  /** Tells whether a file holds nothing but log rows; false when the decoder cannot say. */
  async isLog(file: Blob): Promise<boolean> {
    const answer = await this.#ask<'is-log' | 'failed'>({ kind: 'is-log', file });
    return answer.kind === 'is-log' && answer.isLog;
  }

  /** Answers questions about the log of the case that was decoded with this ticket. */
  deskFor(asked: number): LogDesk {
    return {
      tell: async (filter) => {
        const answer = await this.#ask<'story' | 'failed'>({ kind: 'story', asked, filter });
        if (answer.kind === 'failed') return undefined;
        const { story, entries } = answer;
        return story && entries && { story, entries };
      },
      rowsOf: async (attempt) => {
        const answer = await this.#ask<'rows' | 'failed'>({ kind: 'rows', asked, attempt });
        return answer.kind === 'failed' ? undefined : answer.entries;
      },
    };
  }

  #ask<K extends Answer['kind']>(question: Unnumbered<Question>): Promise<Reply<K>> {
    const ticket = ++this.#tickets;
    return new Promise((resolve) => {
      this.#asked.set(ticket, (answer) => {
        resolve(answer as Reply<K>);
      });
      try {
        this.#worker ??= this.#start();
        this.#worker.postMessage({ ...question, ticket });
      } catch {
        this.#fail(NOT_LOADED);
      }
    });
  }

  #start(): Worker {
    const worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') this.#onProgress?.(data);
      else this.#answer(data);
    });
    worker.addEventListener('error', () => {
      this.#fail(NOT_LOADED);
    });
    worker.addEventListener('messageerror', () => {
      this.#fail(UNREADABLE);
    });
    return worker;
  }

  #answer(answer: Answer): void {
    this.#asked.get(answer.ticket)?.(answer);
    this.#asked.delete(answer.ticket);
  }

  /** Answers everything that was asked; the next question gets a new worker. */
  #fail(message: string): void {
    this.#discard();
    for (const ticket of [...this.#asked.keys()]) this.#answer({ ticket, kind: 'failed', message });
  }

  #discard(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
