/** Writes the service worker of a built site; it names every file by its hash. */
import { build } from 'esbuild';
import { filesToKeep, hashOf } from './files.ts';

/** `site`: the folder, with a slash at its end. Returns how many files it keeps. */
export async function writeServiceWorker(site: string): Promise<number> {
  const files = filesToKeep(site);
  const list = JSON.stringify(files);
  await build({
    entryPoints: ['src/offline/service-worker.ts'],
    outfile: `${site}sw.js`,
    bundle: true,
    minify: true,
    target: 'es2022',
    define: { FILES: list, VERSION: JSON.stringify(hashOf(list)) },
  });
  return Object.keys(files).length;
}
