/**
 * How often the search of the built site puts an expected article among the first three results:
 *
 *     npm run build && npm run search:measure [-- <file of queries>]
 *
 * Prints the misses with what came instead, and the shares that were found, and found first.
 */
import process from 'node:process';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../site/browser.ts';
import { ROOT } from '../site/places.ts';
import { serveFiles } from '../site/static-server.ts';
import { askDialog } from './ask.ts';
import { isFirst, isFound, LOOKED_AT, readQueries } from './queries.ts';

const queries = readQueries(process.argv[2] ?? 'tests/search/queries.json');
const site = await serveFiles(ROOT);
const browser = await chromium.launch({ ...(await findBrowser()), args: [...BROWSER_ARGS] });
const page = await browser.newPage({ serviceWorkers: 'block' });
await page.goto(`http://127.0.0.1:${site.port}/`);
const results = await askDialog(
  page,
  queries.map(({ query }) => query),
);
await browser.close();
site.close();

const missed = queries.flatMap((query, index) => {
  const paths = results[index] ?? [];
  return isFound(paths, query) ? [] : [{ query, paths: paths.slice(0, LOOKED_AT) }];
});
for (const { query, paths } of missed) {
  console.log(`${query.id}  ${query.query}`);
  console.log(`  expected  ${query.expect.join(', ')}`);
  console.log(`  found     ${paths.join(', ') || 'nothing'}`);
}
const found = queries.length - missed.length;
const share = percent(found);
const first = queries.filter((query, index) => isFirst(results[index] ?? [], query)).length;
console.log(
  `${found} of ${queries.length} queries (${share} %) have an expected article among the first ${LOOKED_AT} results,`,
  `${first} (${percent(first)} %) have one first.`,
);

function percent(count: number): string {
  return ((100 * count) / queries.length).toFixed(1);
}
