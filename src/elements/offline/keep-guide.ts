/**
 * Has the browser keep the guide once a page has loaded, and tells when a newer one is ready; the old
 * one works until then.
 */
import '../trusted-urls.ts';

let hasAsked = false;

async function keep({ serviceWorker }: Navigator): Promise<void> {
  // Without a controller the first version is being kept, and nothing on this page is outdated.
  let wasControlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (hasAsked) location.reload();
    else if (wasControlled) void tell('This guide was updated in another tab.');
    wasControlled = true;
  });
  const base = document.querySelector<HTMLElement>('site-search')?.dataset.base ?? '/';
  const registration = await serviceWorker.register(`${base}sw.js`, { updateViaCache: 'none' });
  const offer = () => {
    const { waiting } = registration;
    if (waiting && serviceWorker.controller) {
      void tell('A newer version of this guide is available.', waiting);
    }
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}

/** A version that waits takes over first, and the page is loaded again when it has. */
async function tell(words: string, waiting?: ServiceWorker): Promise<void> {
  const { updateNote } = await import('./update-note.ts');
  updateNote(words, () => {
    hasAsked = true;
    if (waiting) waiting.postMessage('use-now');
    else location.reload();
  });
}

// Plain http has no service workers, except on localhost, and a private window may refuse one.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    keep(navigator).catch(() => undefined);
  });
}
