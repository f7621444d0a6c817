/** Which of the built files work without a network, and how a version of them is told from another. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';

/** For servers and programs that crawl, parts of Pagefind that nothing here uses, and downloads. */
const LEFT_OUT = [
  /^(?:web\.config|robots\.txt|sitemap-.*\.xml|llms-full\.txt|sw\.js)$/,
  /^pagefind\/pagefind-(?:component-ui|modular-ui|ui|highlight)\./,
  /^downloads\//,
];

/** The first 16 hexadecimal digits of the SHA-256; `service-worker.ts` computes the same. */
export function hashOf(body: Uint8Array | string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}

/**
 * Address and hash of every file in the folder of a built site, in order. The address of a page is
 * that of its folder, as in every link: `kerberos/spn-duplicate/`, and the empty text for the first page.
 */
export function filesToKeep(site: string): Record<string, string> {
  const files = globSync('**/*', { cwd: site })
    .filter((file) => statSync(`${site}${file}`).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !LEFT_OUT.some((pattern) => pattern.test(file)))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/(^|\/)index\.html$/, '$1'),
      hashOf(readFileSync(`${site}${file}`)),
    ]),
  );
}
