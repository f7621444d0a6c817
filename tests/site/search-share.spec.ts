/** The queries of people with a 401: the share whose answer is among the first three results. */
import { askDialog } from '../search/ask.ts';
import { isFound, readQueries } from '../search/queries.ts';
import { expect, test } from './guide.ts';

/** `npm run search:measure` prints each miss with what came instead. */
const LEAST_SHARE = 0.95;
const QUERIES = readQueries('tests/search/queries.json');

test(`at least ${LEAST_SHARE * 100} % of ${QUERIES.length} queries are answered`, async ({
  page,
}) => {
  // So many searches take as long as they take.
  test.setTimeout(0);
  await page.goto('/');
  const results = await askDialog(
    page,
    QUERIES.map(({ query }) => query),
  );
  const missed = QUERIES.filter((query, index) => !isFound(results[index] ?? [], query));
  const share = 1 - missed.length / QUERIES.length;
  expect(share, missed.map(({ query }) => query).join('\n')).toBeGreaterThanOrEqual(LEAST_SHARE);
});
