/** Every article in one file, in reading order. */
import type { APIRoute } from 'astro';
import { ALL_ARTICLES } from '../site/articles.ts';
import { markdownOf } from '../site/markdown.ts';

export const GET: APIRoute = async () => {
  const articles = await Promise.all(ALL_ARTICLES.map(markdownOf));
  return new Response(articles.join('\n---\n\n'));
};
