/** The search itself: Pagefind, with codes that are named exactly put first. */

/** What this site uses of Pagefind's browser API. */
interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(
    query: string | null,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { data(): Promise<PageRecord> }[] }>;
}

interface PageRecord {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

export interface Hit {
  title: string;
  url: string;
  /** Text with `<mark>` around matches, HTML-escaped otherwise. */
  excerpt: string;
  /** Sections of the page that match. */
  sections: { title: string; url: string }[];
}

/** The group of the code records. */
export const CODES = 'Codes';
const HITS = 12;
const SECTIONS = 3;

/** `2148074254`, `-2146893042`, `0x8009030E`, `8009030e`, `401.2`, `SEC_E_NO_CREDENTIALS`. */
const CODE = /^(-?\d{1,10}|(0x)?[\da-f]{8}|0x[\da-f]{1,7}|[1-5]\d\d\.\d{1,3}|[a-z]\w*_\w+)$/i;

/** Finds `query` in one group of pages, or in all. */
export type Engine = (query: string, group: string | undefined) => Promise<Hit[]>;

/** Loads the index; rejects when the site was built without one. */
export async function loadEngine(base: string): Promise<Engine> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base, excerptLength: 24 });
  await pagefind.init();

  const search = async (query: string | null, filters: Record<string, string>) => {
    const { results } = await pagefind.search(query, { filters });
    return Promise.all(results.slice(0, HITS).map((result) => result.data()));
  };

  return async (query, group) => {
    const codes = group === undefined || group === CODES ? codesIn(query) : [];
    const exact = codes.map((code) => search(null, { spelling: code.toLowerCase() }));
    const records = (
      await Promise.all([...exact, search(query, group === undefined ? {} : { group })])
    ).flat();
    // A code that was named exactly comes again among the general results.
    const unique = new Map(records.map((record) => [record.url, record]));
    return [...unique.values()].slice(0, HITS).map(hitOf);
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

function hitOf({ url, excerpt, meta, sub_results }: PageRecord): Hit {
  const summary = meta.summary;
  return {
    title: meta.title ?? url,
    url,
    excerpt: summary === undefined ? excerpt : escapeHtml(summary),
    sections: sub_results
      .filter((section) => section.url !== url && section.url.includes('#'))
      .slice(0, SECTIONS)
      .map((section) => ({ title: section.title, url: section.url })),
  };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
