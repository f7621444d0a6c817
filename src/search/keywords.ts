/** What leads to an article, from its front matter, for the search alone: pages do not carry it. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The signals of the article at a site path (`/kerberos/spn-duplicate/`) as words: a phrase as it
 * stands, a code without the space it belongs to. Undefined for a page that is no article.
 */
export function keywordsOf(path: string): string | undefined {
  let source: string;
  try {
    source = readFileSync(`content/articles${path.replace(/\/$/, '')}.mdx`, 'utf8');
  } catch {
    return undefined;
  }
  const [, matter = ''] = /^---\r?\n(.*?)\r?\n---/s.exec(source) ?? [];
  const { signals } = parse(matter) as { signals: string[] };
  return signals
    .map((signal) => signal.replace(/^(?:log|win32|nt|hr|evt|krb|tok|klist):\s*/, ''))
    .join('. ');
}
