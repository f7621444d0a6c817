/**
 * Tells the attempts of a log: how many there are of each outcome, when, by whom and where. Every
 * step is one walk over the table's columns, so that a million attempts take a moment. The walks
 * count an index, as for-of over a typed array takes V8 four times as long.
 */
import { articlePath } from '../../../articles.ts';
import type { Outcome, Story } from '../../../contract/decoded.ts';
import type { AttemptTable } from '../attempts/attempt-table.ts';
import { isAcceptedOutcome } from '../attempts/outcome-words.ts';
import { clockFor } from './words/clock.ts';
import { type Chosen, conclude, conclusionsOn } from './conclusions/conclusions.ts';
import { examplesOf } from './story-examples.ts';
import { isOpen, matching, type StoryFilter } from './story-filter.ts';
import { topNames } from './story-names.ts';
import { seriesOf } from './story-series.ts';
import { summaryOf } from './story-words.ts';
import { isoTime } from '../rows/time.ts';
import { momentOf } from './moment.ts';

/** The story of the attempts that pass `filter`; of all of them without one. */
export function storyOf(table: AttemptTable, filter: StoryFilter = {}): Story {
  const attempts = matching(table, filter);
  const chosen: Chosen = {
    hasAllOutcomes: filter.outcomes === undefined,
    hasEverybody: filter.clients === undefined && filter.users === undefined,
  };
  const conclusions = isOpen(filter) ? conclusionsOn(table) : conclude(table, attempts, chosen);
  const { endings, first, last, ...tally } = tallyOf(table, attempts);
  const counts = { attempts: attempts.length, ...tally };
  const hasTime = !Number.isNaN(first);
  return {
    summary: summaryOf(conclusions, counts, chosen, clockFor(table.zone, first, last)),
    ...counts,
    outcomes: outcomesOf(table, endings),
    ...(hasTime && { first: isoTime(first, table.zone), last: isoTime(last, table.zone) }),
    ...(hasTime && { series: seriesOf(table, attempts, first, last) }),
    clients: topNames(conclusions.all, 'clients'),
    users: topNames(conclusions.all, 'users'),
    resources: topNames(conclusions.all, 'resources'),
    examples: examplesOf(conclusions.all),
    complete: table.isComplete,
  };
}

function tallyOf(table: AttemptTable, attempts: Uint32Array) {
  const { ending, ms, last: ends, rows } = table.columns;
  const isFailed = Uint8Array.from(table.endings.list, ({ outcome }) =>
    isAcceptedOutcome(outcome) ? 0 : 1,
  );
  const endings = new Uint32Array(isFailed.length);
  let [failed, refusals, healthyRefusals] = [0, 0, 0];
  let [first, last] = [Infinity, -Infinity];
  const count = attempts.length;
  for (let i = 0; i < count; i++) {
    const attempt = attempts[i] ?? 0;
    const way = ending[attempt] ?? 0;
    endings[way] = (endings[way] ?? 0) + 1;
    // The last row of an accepted attempt is the answer that let the client in.
    const size = rows[attempt] ?? 0;
    if (isFailed[way] === 1) {
      failed++;
      refusals += size;
    } else {
      refusals += size - 1;
      healthyRefusals += size - 1;
    }
    const start = momentOf(ms[attempt] ?? NaN);
    const end = momentOf(ends[attempt] ?? NaN);
    if (start < first) first = start;
    if (start > last) last = start;
    if (end > last) last = end;
  }
  const hasTime = first <= last;
  const counts = { failed, refusals, healthyRefusals };
  return { endings, ...counts, first: hasTime ? first : NaN, last: hasTime ? last : NaN };
}

function outcomesOf({ endings }: AttemptTable, counts: Uint32Array): Story['outcomes'] {
  const found = new Map<Outcome, { count: number; articles: Map<string, number> }>();
  endings.list.forEach(({ outcome, article }, way) => {
    const count = counts[way] ?? 0;
    if (count === 0) return;
    const sum = found.get(outcome) ?? { count: 0, articles: new Map<string, number>() };
    const path = articlePath(article);
    sum.count += count;
    sum.articles.set(path, (sum.articles.get(path) ?? 0) + count);
    found.set(outcome, sum);
  });
  return [...found]
    .map(([outcome, { count, articles }]) => ({
      outcome,
      count,
      articles: [...articles].sort((a, b) => b[1] - a[1]).map(([path]) => path),
    }))
    .sort((a, b) => b.count - a.count);
}
