/**
 * The last step of the build: the guide in one file, the site as an archive, the page that offers both,
 * and the service worker, which names every file by its hash.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { DOWNLOADS } from '../downloads.ts';
import { oneFile } from './file.ts';
import { zipOf } from './zip.ts';
import { writeServiceWorker } from '../../offline/write-service-worker.ts';

export function takeAway(): AstroIntegration {
  let base = '/';
  return {
    name: 'take-away',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `${config.base.replace(/\/$/, '')}/`;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        mkdirSync(`${site}downloads`, { recursive: true });
        const page = `${site}download/index.html`;
        const blank = readFileSync(page, 'utf8');
        const write = (file: string, content: string | Uint8Array) => {
          writeFileSync(`${site}downloads/${file}`, content);
          logger.info(`downloads/${file}: ${sizeOf(content)}`);
          return factsOf(content);
        };

        const file = write(DOWNLOADS.file, await oneFile(site, base));
        // The archive cannot name its own hash, so the page in it offers the file alone.
        writeFileSync(page, filled(blank, { file }));
        await writeServiceWorker(site);
        const zip = write(DOWNLOADS.zip, await zipOf(site));
        writeFileSync(page, filled(blank, { file, zip }));
        logger.info(`${await writeServiceWorker(site)} files work without a network`);
      },
    },
  };
}

interface Facts {
  readonly size: string;
  readonly sha256: string;
}

function factsOf(content: string | Uint8Array): Facts {
  return {
    size: sizeOf(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

function sizeOf(content: string | Uint8Array): string {
  return `${(Buffer.byteLength(content) / 1_000_000).toFixed(1)} MB`;
}

/** The page with size and hash of each download; without facts, what is on it is left out. */
function filled(page: string, facts: Readonly<Record<string, Facts>>): string {
  return page.replace(
    /<section[^>]*data-download="(\w+)"[^>]*>.*?<\/section>/gs,
    (section: string, name: string) => {
      const found = facts[name];
      if (!found) return '';
      return section.replace('{size}', found.size).replace('{sha256}', found.sha256);
    },
  );
}
