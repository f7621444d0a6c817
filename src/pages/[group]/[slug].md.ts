/** The Markdown of every article, next to its page. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { ALL_ARTICLES, type Article } from '../../site/articles.ts';
import { markdownOf } from '../../site/markdown.ts';

export const getStaticPaths = (() =>
  ALL_ARTICLES.map((article) => ({
    params: { group: article.group.id, slug: article.slug },
    props: { article },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ article: Article }> = async ({ props }) =>
  new Response(await markdownOf(props.article));
