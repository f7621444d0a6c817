/** Serves the built site on a free port of this machine, with its own content security policy. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { CONTENT_SECURITY_POLICY } from '../../src/csp.ts';
import { fileFor } from '../site/built.ts';
import type { Place } from '../site/places.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Served {
  origin: string;
  close(): void;
}

/** Starts serving the files of `place`; they must have been built before. */
export async function serve(place: Place): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(place, pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    void readFile(place.dist + file).then((content) => {
      response
        .writeHead(200, {
          'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
          'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        })
        .end(content);
    });
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
