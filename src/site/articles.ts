/** All articles in reading order, with what the navigation needs to know of each. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { GROUPS, groupOf, type Group } from './groups.ts';

export interface Article {
  slug: string;
  /** `/kerberos/spn-duplicate/` */
  path: string;
  group: Group;
  /** The title's first half, where that already names the page: what lists are short of is room. */
  shortTitle: string;
  entry: CollectionEntry<'articles'>;
}

/** Characters from which the part of a title before its colon is taken for a name. */
const SHORTEST_NAME = 12;

const entries = await getCollection('articles');

/** In reading order: by group, then by each article's `order`. */
export const ALL_ARTICLES: readonly Article[] = entries
  .map((entry) => {
    const [folder = '', slug = ''] = entry.id.split('/');
    return {
      slug,
      path: `/${folder}/${slug}/`,
      group: groupOf(folder),
      shortTitle: shortened(entry.data.title),
      entry,
    };
  })
  .sort(
    (a, b) =>
      GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
      a.entry.data.order - b.entry.data.order ||
      a.slug.localeCompare(b.slug),
  );

/** `Duplicate SPN: two accounts own the same name` is known as `Duplicate SPN`; `401.1: ...` is not. */
function shortened(title: string): string {
  const [head = title] = title.split(': ');
  return head.length >= SHORTEST_NAME ? head : title;
}

const BY_SLUG = new Map(ALL_ARTICLES.map((article) => [article.slug, article]));

/** The article of that slug; a link to one that does not exist fails the build. */
export function articleBySlug(slug: string, linkedFrom: string): Article {
  const article = BY_SLUG.get(slug);
  if (!article) throw new Error(`${linkedFrom} links the article "${slug}", which does not exist.`);
  return article;
}

/** The articles of one group, in order. */
export function articlesOf(group: Group): readonly Article[] {
  return ALL_ARTICLES.filter((article) => article.group === group);
}

/** The groups that have an article, in order. */
export const FILLED_GROUPS: readonly Group[] = GROUPS.filter(
  (group) => articlesOf(group).length > 0,
);
