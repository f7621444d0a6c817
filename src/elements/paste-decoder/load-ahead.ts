/**
 * Loads everything that a case may need while the page is idle, where no service worker can keep it:
 * over plain http, and in private windows of some browsers. The network may go away after that.
 */
import type { DecoderClient } from './decoder-client.ts';

/** A part that does not come is loaded when it is needed, and its absence is told then. */
export function loadWhenIdle(client: DecoderClient): void {
  if ('serviceWorker' in navigator) return;
  addEventListener('load', () => {
    setTimeout(() => {
      void client.loadAhead();
      loadViews().catch(() => undefined);
    }, AFTER_LOAD);
  });
}

/** Milliseconds; not every browser tells when it is idle. */
const AFTER_LOAD = 1_000;

async function loadViews(): Promise<void> {
  await Promise.all([
    import('./result.ts'),
    import('./detail-views.ts'),
    import('./places.ts'),
    import('./open-files.ts'),
    import('./site-table.ts'),
    import('./queries-panel.ts'),
    import('./events-panel.ts'),
    import('./excerpt-note.ts'),
    import('./file-progress.ts'),
    import('../check-list/paste-marks.ts'),
    import('../ticket/ticket-panel.ts'),
    import('../copy.ts'),
  ]);
}
