/** What a query can be filled in with from a decoded log: its columns, its times, its names. */
import type { Log, LogEntry } from '../../../contract/decoded.ts';
import type { Range } from '../../../queries/range.ts';
import { isWritable } from '../../../queries/writable.ts';

/** Columns that a reader can narrow a question by. */
export type Narrowing = 'user' | 'client' | 'resource' | 'site';

/** What is known of the reader's log, and what of it is asked. */
export interface Asked {
  /** The columns of the log by their W3C names, in order. */
  readonly fields: readonly string[];
  readonly range?: Range;
  readonly only?: Readonly<Partial<Record<Narrowing, string>>>;
}

/** Names offered for each column. */
const NAMES = 40;

export interface Offer {
  /** The columns of most rows, by their W3C names, in order. */
  readonly fields: readonly string[];
  /** First and last row, where the log says when. */
  readonly range?: Range;
  readonly names: Readonly<Record<Narrowing, readonly string[]>>;
}

/** What the log offers; undefined when it is not W3C, or none of its rows was read by columns. */
export function offerOf(log: Log): Offer | undefined {
  if (log.format !== 'w3c' && log.format !== 'mixed') return undefined;
  const fields = columnsOfMost(log.entries);
  if (!fields.includes('sc-status')) return undefined;
  const range = rangeOf(log);
  const { entries, sequences } = log;
  const inRows = (column: string) =>
    entries.map((entry) => entry.fields.find(({ name }) => name === column)?.value ?? '');
  return {
    fields,
    ...(range && { range }),
    names: {
      user: offered(sequences.flatMap(({ userNames }) => userNames)),
      // Where the log has X-Forwarded-For, the addresses in it.
      client: offered(sequences.flatMap(({ clientNames }) => clientNames)),
      resource: offered(sequences.flatMap(({ uris }) => uris)),
      site: offered(inRows('s-sitename')),
    },
  };
}

function columnsOfMost(entries: readonly LogEntry[]): readonly string[] {
  const counts = new Map<string, { fields: readonly string[]; rows: number }>();
  for (const { fields, recovered } of entries) {
    if (recovered) continue;
    const names = fields.map(({ name }) => name);
    const key = names.join(' ');
    const found = counts.get(key) ?? { fields: names, rows: 0 };
    found.rows++;
    counts.set(key, found);
  }
  return [...counts.values()].sort((a, b) => b.rows - a.rows)[0]?.fields ?? [];
}

/** In whole seconds, the last one included. */
function rangeOf({ entries, sequences }: Log): Range | undefined {
  const times = [
    ...entries.map(({ time }) => time),
    ...sequences.flatMap(({ first, last }) => [first, last]),
  ].filter((time) => time?.endsWith('Z') === true);
  const [first, last] = [times.toSorted().at(0), times.toSorted().at(-1)];
  const second = (time: string) => `${time.slice(0, 19)}Z`;
  return first && last ? { first: second(first), last: second(last) } : undefined;
}

function offered(names: readonly string[]): string[] {
  const fit = names.filter((name) => name !== '-' && isWritable(name));
  return [...new Set(fit)].slice(0, NAMES);
}
