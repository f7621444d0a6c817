/** What the Markdown of an article asks of the guide, answered from its files. */
import { articlePath, isArticle } from '../../../src/core/articles.ts';
import { codeReference } from '../../../src/site/codes.ts';
import type { Context } from '../../../src/as-markdown/context.ts';
import { GLOSSARY, SAMPLE_FILES } from '../site/content.ts';

const SAMPLES = new Map(SAMPLE_FILES.map((sample) => [sample.id, sample]));

/** As on a site at the root of a server. */
export function contextFor(page: string): Context {
  return {
    page,
    article: (slug) => {
      if (!isArticle(slug)) throw new Error(`${page} links ${slug}`);
      return articlePath(slug);
    },
    title: (slug) => slug,
    code: (name) => codeReference(name, page),
    path: (path) => path,
    sample: (id) => Promise.resolve(SAMPLES.get(id)),
    glossary: () => Promise.resolve(GLOSSARY),
  };
}
