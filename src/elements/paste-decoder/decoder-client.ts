/** The page's side of the worker: one paste at a time, and always the newest. */
import type { Answer, Question } from './worker.ts';

export class DecoderClient {
  #worker: Worker | undefined;
  #busy = false;
  #waiting: Question | undefined;
  readonly #onAnswer: (answer: Answer) => void;

  constructor(onAnswer: (answer: Answer) => void) {
    this.#onAnswer = onAnswer;
  }

  /** Decodes a paste; while one paste is being read, only the latest later one is kept. */
  send(question: Question): void {
    if (this.#busy) {
      this.#waiting = question;
      return;
    }
    this.#busy = true;
    this.#worker ??= this.#start();
    this.#worker.postMessage(question);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Answer>) => {
      this.#busy = false;
      const next = this.#waiting;
      this.#waiting = undefined;
      if (next === undefined) this.#onAnswer(event.data);
      else this.send(next);
    });
    return worker;
  }
}
