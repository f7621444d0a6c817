/** Starts the worker of the decoder; the guide in one file has its own way. */
import '../trusted-urls.ts';

export function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
