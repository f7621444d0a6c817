/** The page's side of the worker: one paste at a time, and always the newest. */
import type { Answer, LogDesk, Question } from './protocol.ts';

export type DecodedPaste = Extract<Answer, { kind: 'decode' }>;

type Unnumbered<T> = T extends unknown ? Omit<T, 'ticket'> : never;
type Reply<K extends Answer['kind']> = Extract<Answer, { kind: K }>;

export class DecoderClient {
  #worker: Worker | undefined;
  #busy = false;
  #waiting: string | undefined;
  #tickets = 0;
  readonly #asked = new Map<number, (answer: Answer) => void>();
  readonly #onAnswer: (answer: DecodedPaste) => void;

  constructor(onAnswer: (answer: DecodedPaste) => void) {
    this.#onAnswer = onAnswer;
  }

  /** Decodes `text`; while one paste is being read, only the latest later one is kept. */
  send(text: string): void {
    if (this.#busy) {
      this.#waiting = text;
      return;
    }
    this.#busy = true;
    void this.#ask<'decode'>({ kind: 'decode', text }).then((answer) => {
      this.#busy = false;
      const next = this.#waiting;
      this.#waiting = undefined;
      if (next === undefined) this.#onAnswer(answer);
      else this.send(next);
    });
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

  #ask<K extends Answer['kind']>(question: Unnumbered<Question> & { kind: K }): Promise<Reply<K>> {
    const ticket = ++this.#tickets;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ ...question, ticket } satisfies { ticket: number; kind: K });
    return new Promise((resolve) => {
      this.#asked.set(ticket, (answer) => {
        resolve(answer as Reply<K>);
      });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#asked.get(data.ticket)?.(data);
      this.#asked.delete(data.ticket);
    });
    return worker;
  }
}
