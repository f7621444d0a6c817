/**
 * The search itself: codes that are named exactly come first, then the articles that answer most of
 * the query's words, then codes whose records hold all of them.
 */
import '../trusted-urls.ts';
import { CODES_GROUP } from '../../site/groups.ts';
import { escapeHtml } from './escape-html.ts';
import type { Filters, Pagefind, PageRecord, Result } from './pagefind.ts';
import { type Asked, rank, type Scores } from './rank.ts';
import { type Term, termsOf } from './words.ts';

export interface Hit {
  title: string;
  url: string;
  /** Title of its group; codes are a group, too. */
  group: string | undefined;
  /** Text with `<mark>` around matches, HTML-escaped otherwise. */
  excerpt: string;
  /** Sections of the page that match. */
  sections: { title: string; url: string }[];
}

const ARTICLES: Filters = { not: { group: CODES_GROUP } };
/**
 * A title names what a page is about; keywords are what its readers see or type, and messages what
 * programs print. A word that only begins like the one asked for (`mac`, `machine`) counts less.
 */
const RANKING = {
  termSimilarity: 6,
  metaWeights: { title: 6, keywords: 4, messages: 2, summary: 1, article: 0 },
};
/** Score of the article that an exactly named code leads to, as if it were in a title. */
const CODE_SCORE = 15;
/** Terms from which on a code in the query is one sign among others. */
const FEW_TERMS = 3;
const HITS = 12;
const SECTIONS = 3;
/** Articles before the codes that were named among other words: what happened says more than its number. */
const ARTICLES_BEFORE_CODES = 1;
/** Articles before the codes that were not named exactly. */
const ARTICLES_FIRST = 4;

/** `2148074254`, `-2146893042`, `0x8009030E`, `8009030e`, `401.2`, `SEC_E_NO_CREDENTIALS`. */
const CODE = /^(-?\d{1,10}|(0x)?[\da-f]{8}|0x[\da-f]{1,7}|[1-5]\d\d\.\d{1,3}|[a-z]\w*_\w+)$/i;

/** Finds `query` in one group of pages, or in all. */
export type Engine = (query: string, group: string | undefined) => Promise<Hit[]>;

/** Loads the index; rejects when the site was built without one. */
export async function loadEngine(base: string): Promise<Engine> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24, ranking: RANKING });
  await pagefind.init();
  const search = async (query: string | null, filters: Filters) =>
    (await pagefind.search(query, { filters })).results;
  const pages = (await search(null, ARTICLES)).length;

  /** Pages that answer most of the words, and the articles of `exact`, best first. */
  async function ranked(terms: readonly Term[], exact: readonly Result[], filters: Filters) {
    const results = new Map<string, Result>();
    const scores = async (found: Promise<Result[]>): Promise<Scores> => {
      for (const result of await found) results.set(result.id, result);
      return new Map((await found).map(({ id, score }) => [id, score]));
    };
    const codeScore = CODE_SCORE * Math.min(1, FEW_TERMS / terms.length);
    const asked: Promise<Asked>[] = terms.map(async ({ word, alike }) => ({
      own: await scores(search(word, filters)),
      alike: await Promise.all(alike.map((other) => scores(search(other, filters)))),
    }));
    const led: Promise<Asked>[] = exact.map(async (code) => {
      const page = (await code.data()).meta.article ?? '';
      const own = await scores(search(null, { ...filters, page }));
      return { own: new Map([...own.keys()].map((id) => [id, codeScore])), alike: [] };
    });
    const order = rank(await Promise.all([...asked, ...led]), pages);
    return order.flatMap((id) => results.get(id) ?? []);
  }

  return async (query, group) => {
    const everywhere = group === undefined;
    const terms = termsOf(query);
    const codes = everywhere || group === CODES_GROUP ? codesIn(query) : [];
    const exact = (
      await Promise.all(codes.map((code) => search(null, { spelling: code.toLowerCase() })))
    ).flat();
    const found = await ranked(terms, exact, everywhere ? ARTICLES : { group });
    const more = everywhere ? await search(query, { group: CODES_GROUP }) : [];
    const before = terms.length > codes.length ? ARTICLES_BEFORE_CODES : 0;
    const list = [
      ...found.slice(0, before),
      ...exact,
      ...found.slice(before, ARTICLES_FIRST),
      ...more,
      ...found.slice(ARTICLES_FIRST),
    ];
    // A code that was named exactly comes again among those that hold all words.
    const unique = new Map(list.map((result) => [result.id, result]));
    const hits = [...unique.values()].slice(0, HITS).map((result) => result.data());
    return (await Promise.all(hits)).map(hitOf);
  };
}

/**
 * The words of a query that name a code. A log row's `401 1 2148074254` names two, and the second
 * tells more.
 */
function codesIn(query: string): string[] {
  const words = query.replace(/\b([1-5]\d\d) (\d{1,3})(?= |$)/g, '$1.$2').split(/\s+/);
  const isCode = (word: string) => CODE.test(word) && (words.length === 1 || word.length > 3);
  return words.filter(isCode).reverse();
}

function hitOf({ url, excerpt, meta, filters, sub_results }: PageRecord): Hit {
  const summary = meta.summary;
  return {
    title: meta.title ?? url,
    url,
    group: filters.group?.[0],
    excerpt: summary === undefined ? excerpt : escapeHtml(summary),
    sections: sub_results
      .filter((section) => section.url !== url && section.url.includes('#'))
      .slice(0, SECTIONS)
      .map((section) => ({ title: section.title, url: section.url })),
  };
}
