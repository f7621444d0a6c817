/** Queries with the articles that answer them, and what counts as an answer. */
import { readFileSync } from 'node:fs';
import { ROWS } from '../../src/core/codes/table.ts';
import { codeAnchor } from '../../src/core/codes/anchor.ts';

/** One line of a query file. */
export interface Query {
  id: string;
  query: string;
  /** Slugs of the articles that answer; `error-codes` stands for the reference of codes. */
  expect: string[];
}

/** The reference of codes in the terms of a query file. */
const CODES = 'error-codes';
const CODES_PATH = '/reference/codes/';

/** Most results looked at, of any query. */
export const LOOKED_AT = 3;

const ANCHORS = new Set(ROWS.map(codeAnchor));

export function readQueries(file: string): Query[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Query[];
}

/**
 * Does a result, by its site path with fragment, answer the query? The article itself does, at any
 * of its headings. An entry of the code reference does only where the query expects the reference,
 * and only when the result opens at that very entry: that it links the article is not enough.
 */
export function answers(path: string, { expect }: Query): boolean {
  const [page = '', anchor = ''] = path.split('#');
  if (page === CODES_PATH) return expect.includes(CODES) && ANCHORS.has(anchor);
  return expect.includes(page.split('/').at(-2) ?? '');
}

/** Is an answer among the first three results? */
export function isFound(paths: readonly string[], query: Query): boolean {
  return paths.slice(0, LOOKED_AT).some((path) => answers(path, query));
}

/** Is the first result an answer? */
export function isFirst([first]: readonly string[], query: Query): boolean {
  return first !== undefined && answers(first, query);
}
