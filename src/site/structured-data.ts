/**
 * What a search engine reads of an article, as JSON-LD with the terms of schema.org: a TechArticle
 * and its breadcrumb. A data block runs no script, so the content security policy allows it.
 */

export interface ArticleFacts {
  title: string;
  summary: string;
  /** YYYY-MM-DD of the last change. */
  modified: string;
  /** Absolute addresses. */
  address: string;
  group: { title: string; address: string };
  home: string;
}

/** The text of a `<script type="application/ld+json">`: no `<` in it can end the block. */
export function structuredData(facts: ArticleFacts): string {
  const { title, summary, modified, address, group, home } = facts;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: title,
    description: summary,
    url: address,
    dateModified: modified,
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        step(1, '401 Field Guide', home),
        step(2, group.title, group.address),
        step(3, title),
      ],
    },
  };
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** The last step is the page itself and needs no address. */
function step(position: number, name: string, item?: string) {
  return { '@type': 'ListItem', position, name, item };
}
