/** What leads to each article and what it is related to, worked out once for all pages. */
import { getCollection } from 'astro:content';
import { ALL_ARTICLES, articleBySlug, type Article } from './articles.ts';
import { samplesByArticle } from './leads-here.ts';
import { linkedSlugs, relatedArticles } from './related.ts';

const samples = await getCollection('samples');

/** Slug -> the samples with a finding that names the article. */
export const LEADING_SAMPLES = await samplesByArticle(
  samples.map(({ id, data }) => ({ id, title: data.title, paste: data.paste })),
);

const RELATED = relatedArticles(
  ALL_ARTICLES.map(({ slug, entry }) => ({
    slug,
    signals: entry.data.signals,
    links: linkedSlugs(entry.body ?? ''),
  })),
);

/** The articles to go on with, best first. */
export function relatedTo({ slug }: Article): readonly Article[] {
  return (RELATED.get(slug) ?? []).map((other) => articleBySlug(other, slug));
}
