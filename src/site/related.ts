/**
 * Which articles are related: they share signals, or one links the other. What is rare counts more:
 * a signal that two articles share says more than one that ten do, and so does a link from or to
 * an article with few of them.
 */

/** What is asked of an article. */
export interface Linked {
  slug: string;
  signals: readonly string[];
  /** Slugs that its text links, each once. */
  links: readonly string[];
}

const MOST_RELATED = 5;
/** A shared signal against a link: both articles answer the same thing that a person sees. */
const SIGNAL_WEIGHT = 2;

/** Slug -> slugs of its related articles, best first; equals stay in the order of `articles`. */
export function relatedArticles(
  articles: readonly Linked[],
): ReadonlyMap<string, readonly string[]> {
  const holders = index(articles, ({ signals }) => signals.map((signal) => signal.toLowerCase()));
  const inbound = index(articles, ({ links }) => links);
  const outbound = new Map(articles.map(({ slug, links }) => [slug, links]));
  const order = new Map(articles.map(({ slug }, place) => [slug, place]));

  return new Map(
    articles.map(({ slug, signals, links }) => {
      const points = new Map<string, number>();
      const add = (other: string, more: number) => {
        if (other !== slug && order.has(other)) points.set(other, (points.get(other) ?? 0) + more);
      };
      for (const signal of new Set(signals.map((each) => each.toLowerCase()))) {
        const sharing = holders.get(signal) ?? [];
        for (const other of sharing) add(other, SIGNAL_WEIGHT / sharing.length);
      }
      for (const other of links) add(other, rarity(inbound.get(other)));
      for (const other of inbound.get(slug) ?? []) add(other, rarity(outbound.get(other)));
      const best = [...points].sort(
        ([a, most], [b, more]) => more - most || (order.get(a) ?? 0) - (order.get(b) ?? 0),
      );
      return [slug, best.slice(0, MOST_RELATED).map(([other]) => other)];
    }),
  );
}

/** Slugs that the Markdown of an article links as `article:slug`, each once. */
export function linkedSlugs(body: string): readonly string[] {
  const found = body.matchAll(/\]\(article:([\w-]+)/g);
  return [...new Set([...found].map(([, slug = '']) => slug))];
}

/** Value -> slugs of the articles that have it. */
function index(
  articles: readonly Linked[],
  valuesOf: (article: Linked) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const article of articles) {
    for (const value of new Set(valuesOf(article))) {
      const slugs = found.get(value);
      if (slugs) slugs.push(article.slug);
      else found.set(value, [article.slug]);
    }
  }
  return found;
}

function rarity(all: readonly string[] = []): number {
  return 1 / Math.sqrt(Math.max(1, all.length));
}
