/**
 * The service worker: keeps the whole guide, so that it works without a network after one visit. One
 * version is one cache, filled before the version is used and never changed afterwards: a page and
 * the parts that it loads later always belong together. The build replaces the two names below.
 */

/** Every file by its address within the guide, with its hash. */
declare const FILES: Readonly<Record<string, string>>;
declare const VERSION: string;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** What this file uses of a service worker's global scope, which is not that of a page. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const worker = globalThis as unknown as Scope;
const scope = worker.registration.scope;
/** Guides in several folders of one server keep apart. */
const OWN = `401-field-guide ${new URL(scope).pathname} `;
const NAME = OWN + VERSION;
/** Requests at a time. */
const AT_ONCE = 6;

worker.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(forgetOld().then(() => worker.clients.claim()));
});

worker.addEventListener('message', ({ data }) => {
  if (data === 'use-now') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(scope)) event.respondWith(answer(event.request));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(NAME);
  const files = Object.entries(FILES);
  const keepRest = async () => {
    for (let file = files.pop(); file; file = files.pop()) await keep(cache, ...file);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepRest));
}

/**
 * Keeps one file, from an older version where it is the same. A file with another hash is of another
 * version, because the server is just being updated; then this version is not used, and the browser
 * tries again later.
 */
async function keep(cache: Cache, path: string, hash: string): Promise<void> {
  const url = new URL(path, scope);
  if (await cache.match(url)) return;
  for (const find of [() => older(url), () => fetch(url, { cache: 'no-cache' })]) {
    const found = await find();
    const body = await found?.arrayBuffer();
    if (!found || !body || (await hashOf(body)) !== hash) continue;
    // Neither a redirect nor the status of the page for wrong addresses is kept.
    await cache.put(url, new Response(body, { headers: found.headers }));
    return;
  }
  throw new Error(`${url.pathname} belongs to another version.`);
}

/** The same as `hashOf` in `files.ts`. */
async function hashOf(body: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OWN));

/** A file as another version has it. */
async function older(url: URL): Promise<Response | undefined> {
  for (const name of await ownCaches()) {
    const found = name === NAME ? undefined : await caches.match(url, { cacheName: name });
    if (found) return found;
  }
  return undefined;
}

/** The version before stays: pages of it may still be open, and load their parts from it. */
async function forgetOld(): Promise<void> {
  const others = (await ownCaches()).filter((name) => name !== NAME);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  url.search = url.hash = '';
  const path = url.href.slice(scope.length);
  const kept = await caches.match(url, { cacheName: NAME });
  if (kept && path in FILES) return kept;
  if (`${path}/` in FILES) return Response.redirect(`${url.href}/${new URL(request.url).search}`);
  const before = await older(url);
  if (before && path.startsWith('_astro/')) return before;
  try {
    return await fetch(request);
  } catch (error) {
    const wrongAddress = await caches.match(new URL('404.html', scope), { cacheName: NAME });
    if (request.mode !== 'navigate' || !wrongAddress) throw error;
    return new Response(wrongAddress.body, { status: 404, headers: wrongAddress.headers });
  }
}
