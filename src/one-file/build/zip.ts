/** The built site as one archive, for a server without a network. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** The same files give the same archive, and so the same hash. */
const DATE = new Date(2026, 0, 1);

/** Archives every file of the folder `site` but those in `downloads/` that are archives themselves. */
export async function zipOf(site: string): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const files = globSync('**/*', { cwd: site })
    .filter((file) => statSync(site + file).isFile() && !file.endsWith('.zip'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
  for (const file of files) {
    await writer.add(file, new Uint8ArrayReader(readFileSync(site + file)), { lastModDate: DATE });
  }
  return writer.close();
}
