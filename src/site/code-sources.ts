/** The sources of code rows, numbered by the page that lists them. */
import sources from '../../content/codes/sources.json' with { type: 'json' };
import type { CodeRow } from '../core/index.ts';

export interface CodeSource {
  key: string;
  title: string;
  publisher: string;
  date?: string;
  url?: string;
}

const ALL: Readonly<Record<string, Omit<CodeSource, 'key'>>> = sources;

/** The sources of these rows in the order of their first use; a place in the list is its number. */
export function sourcesOf(rows: readonly CodeRow[]): CodeSource[] {
  return [...new Set(rows.flatMap((row) => row.sources))].map((key) => {
    const source = ALL[key];
    if (!source) throw new Error(`content/codes/sources.json has no "${key}", which a row names.`);
    return { key, ...source };
  });
}
