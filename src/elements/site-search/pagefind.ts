/** What this site uses of Pagefind's browser API. */

/** Each value by itself, or a group that pages must not be in. */
export type Filters = Record<string, string | Record<string, string>>;

export interface PageRecord {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

export interface Result {
  id: string;
  score: number;
  data(): Promise<PageRecord>;
}

export interface Pagefind {
  options(options: {
    baseUrl: string;
    excerptLength: number;
    ranking: { termSimilarity: number; metaWeights: Record<string, number> };
  }): Promise<void>;
  init(): Promise<void>;
  search(query: string | null, options: { filters: Filters }): Promise<{ results: Result[] }>;
}
