/** Loads every part of the worker; see `load-ahead.ts` for those of the page. */
import { loadAll } from '../../core/index.ts';

/** Ends when each part has come; rejects when one cannot be loaded. */
export async function loadReaders(): Promise<void> {
  await Promise.all([
    loadAll(),
    import('./log-desk.ts'),
    import('./read-piece.ts'),
    import('./read-large.ts'),
  ]);
}
