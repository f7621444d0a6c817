/** Articles as Markdown, and the addresses they are served at. */
import { getCollection, getEntry } from 'astro:content';
import { articleMarkdown } from '../as-markdown/article.ts';
import type { Context } from '../as-markdown/context.ts';
import { articleBySlug, type Article } from './articles.ts';
import { codeReference } from './codes.ts';
import { href } from './href.ts';

/** Site path of an article's Markdown: `/kerberos/spn-duplicate.md`. */
export function markdownPath({ path }: Article): string {
  return path.replace(/\/$/, '.md');
}

/** The Markdown of one article. */
export function markdownOf(article: Article): Promise<string> {
  const { data, body = '' } = article.entry;
  const reviewed = data.reviewed.toISOString().slice(0, 10);
  return articleMarkdown({ ...data, reviewed, body }, contextOf(article));
}

function contextOf({ path }: Article): Context {
  return {
    page: href(path),
    article: (slug) => href(articleBySlug(slug, path).path),
    title: (slug) => articleBySlug(slug, path).shortTitle,
    code: (name) => href(codeReference(name, path)),
    path: href,
    sample: async (id) => (await getEntry('samples', id))?.data,
    glossary: async () => (await getCollection('glossary')).map(({ data }) => data),
  };
}
