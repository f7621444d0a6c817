/** A server of plain files for one test, which may change a file while pages of it are open. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { POLICY_HEADER } from '../../src/csp.ts';
import { fileFor } from './built.ts';
import type { Place } from './places.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

export interface StaticServer {
  readonly port: number;
  /** Files that are sent instead of the built ones, from the site's root. */
  readonly changed: Map<string, string>;
  close(): void;
}

/** Serves a built site under its base, with the policy and without any lifetime in a cache. */
export async function serveFiles(place: Place): Promise<StaticServer> {
  const changed = new Map<string, string>();
  const server = createServer(({ url = '/' }, response) => {
    const file = fileFor(place, url.replace(/[?#].*/, ''));
    const headers = {
      'Content-Security-Policy': POLICY_HEADER,
      'Cache-Control': 'no-store',
      'Content-Type': TYPES[extname(file ?? '.html')] ?? 'application/octet-stream',
    };
    const body = changed.get(file ?? '') ?? readFileSync(place.dist + (file ?? '/404.html'));
    response.writeHead(file ? 200 : 404, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    changed,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
