/**
 * Attempts with one outcome and one article, counted together: what the page says in a sentence.
 * Holds a bounded number of names whatever the size of the log.
 */
import { articlePath } from '../../../articles.ts';
import type { Sequence } from '../../../contract/decoded.ts';
import type { Attempt } from './attempt.ts';
import type { Verdict } from './outcomes.ts';
import type { Step } from './attempt-step.ts';
import { isoTime } from '../rows/time.ts';

/** Names kept per group; the page and the findings show fewer. */
const NAMES = 5;
/** Distinct names counted per group; beyond it the count says "at least". */
const DISTINCT = 10_000;
/** Rows of further attempts kept as evidence. */
const OTHERS = 40;

interface Group<R extends Step> {
  readonly verdict: Verdict;
  /** Tells it from the other groups, of which there are fewer than 31. */
  readonly bit: number;
  count: number;
  rows: number;
  readonly clients: Set<string>;
  readonly users: Set<string>;
  readonly uris: Set<string>;
  readonly example: Attempt<R>;
  readonly others: R[];
  first: R;
  last: R;
}

/** The row that says most about the attempt: its last 401. */
const telling = <R extends Step>(attempt: Attempt<R>): R | undefined =>
  attempt.refusals.at(-1)?.row;

/** All rows kept of an attempt, the accepting one last. */
export function rowsOf<R extends Step>(attempt: Attempt<R>): R[] {
  const rows = attempt.refusals.map((refusal) => refusal.row);
  return attempt.accepted ? [...rows, attempt.accepted] : rows;
}

export class SequenceCounter<R extends Step> {
  /** Verdicts of several rules may be alike; these share a group. */
  readonly #groups = new Map<Verdict, Group<R>>();

  /** Counts one ended attempt; `rows` are all that were kept of it, see `rowsOf`. */
  add(attempt: Attempt<R>, verdict: Verdict, rows: readonly R[]): void {
    const [first] = rows;
    const last = rows.at(-1);
    if (!first || !last) return;
    const group = this.#groupOf(verdict, attempt, first, last);
    group.count++;
    group.rows += rows.length + attempt.more;
    if (group.example !== attempt && group.others.length < OTHERS) {
      const row = telling(attempt);
      if (row) group.others.push(row);
    }
    if (isEarlier(first, group.first)) group.first = first;
    if (isEarlier(group.last, last)) group.last = last;
    const { visitor } = attempt;
    const { noted } = visitor;
    const isNoted = ({ user }: R) => !user || user === noted?.userName;
    if (noted && (noted.groups & group.bit) !== 0 && rows.every(isNoted)) return;
    remember(group.clients, visitor.client || '?');
    remember(group.uris, visitor.resource);
    for (const { user } of rows) remember(group.users, user);
    if (noted) noted.groups |= group.bit;
  }

  #distinct(): Group<R>[] {
    return [...new Set(this.#groups.values())];
  }

  #groupOf(verdict: Verdict, example: Attempt<R>, first: R, last: R): Group<R> {
    const known = this.#groups.get(verdict);
    if (known) return known;
    const { outcome, article } = verdict;
    const groups = this.#distinct();
    const group = groups.find(
      (other) => other.verdict.outcome === outcome && other.verdict.article === article,
    ) ?? {
      ...{ verdict, bit: 1 << groups.length, count: 0, rows: 0, example, others: [], first, last },
      clients: new Set<string>(),
      users: new Set<string>(),
      uris: new Set<string>(),
    };
    this.#groups.set(verdict, group);
    return group;
  }

  /** Rows of the first attempt of each group, which the entries must hold. */
  examples(): Set<R> {
    return new Set(this.#distinct().flatMap((group) => rowsOf(group.example)));
  }

  /** The groups, most frequent first. `indexOf` finds a row among the entries. */
  list(indexOf: ReadonlyMap<R, number>): Sequence[] {
    const indices = (rows: readonly R[]) => rows.flatMap((row) => indexOf.get(row) ?? []);
    return this.#distinct()
      .sort((a, b) => b.count - a.count)
      .map((group) => {
        const decided = telling(group.example);
        const named = (set: Set<string>) => [...set].filter((name) => name !== '?').slice(0, NAMES);
        return {
          outcome: group.verdict.outcome,
          count: group.count,
          rows: group.rows,
          clients: group.clients.size,
          article: articlePath(group.verdict.article),
          example: indices(rowsOf(group.example)),
          clientNames: named(group.clients),
          userNames: named(group.users),
          uris: named(group.uris),
          users: group.users.size,
          resources: group.uris.size,
          others: indices(group.others),
          ...timed('first', group.first),
          ...timed('last', group.last),
          ...(decided?.win32 !== undefined && { win32: decided.win32 }),
          ...(decided?.substatus !== undefined && { substatus: decided.substatus }),
        };
      });
  }
}

const isEarlier = (a: Step, b: Step): boolean =>
  a.ms !== undefined && b.ms !== undefined && a.ms < b.ms;

function timed<K extends 'first' | 'last'>(
  name: K,
  { time, ms }: Step,
): Partial<Record<K, string>> {
  const text = time ?? (ms === undefined ? undefined : isoTime(ms));
  return (text === undefined ? {} : { [name]: text }) as Partial<Record<K, string>>;
}

function remember(set: Set<string>, name: string | undefined): void {
  if (name && set.size < DISTINCT) set.add(name);
}
