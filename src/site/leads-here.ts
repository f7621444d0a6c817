/** What leads to an article: codes, outcomes of log rows, and samples; all of it from data. */
import { articleAt, type CodeRow, decode, type Outcome, ROWS, VERDICTS } from '../core/index.ts';
import { codesOf } from './signals.ts';

const MOST_CODES = 8;
const MOST_SAMPLES = 4;

/** A list that may be longer than what is shown of it. */
export interface Shown<T> {
  shown: readonly T[];
  /** How many more there are. */
  more: number;
}

/** The codes whose article this is; those that the article's own signals name come first. */
export function codesLeadingTo(slug: string, signals: readonly string[]): Shown<CodeRow> {
  const named = new Set(signals.flatMap(codesOf));
  const rows = ROWS.filter(({ article }) => article === slug);
  const [first, rest] = [true, false].map((wanted) =>
    rows.filter(({ code }) => named.has(code) === wanted),
  ) as [CodeRow[], CodeRow[]];
  return cut([...first, ...rest], MOST_CODES);
}

/** What an attempt in a log can come to that this article explains; each once. */
export function outcomesLeadingTo(slug: string): readonly Outcome[] {
  const found = VERDICTS.filter(({ article }) => article === slug);
  return [...new Set(found.map(({ outcome }) => outcome))];
}

export interface LeadingSample {
  id: string;
  title: string;
  paste: string;
}

/** Slug -> the samples with a finding that names it: first those whose first finding does. */
export async function samplesByArticle(
  samples: readonly LeadingSample[],
): Promise<ReadonlyMap<string, Shown<LeadingSample>>> {
  const found = new Map<string, { sample: LeadingSample; rank: number }[]>();
  for (const sample of samples) {
    const { findings } = await decode(sample.paste.trimEnd());
    const slugs = new Set(findings.flatMap(({ article }) => articleAt(article) ?? []));
    for (const [rank, slug] of [...slugs].entries()) {
      const entries = found.get(slug) ?? [];
      found.set(slug, [...entries, { sample, rank }]);
    }
  }
  return new Map(
    [...found].map(([slug, entries]) => {
      const sorted = entries.sort((a, b) => a.rank - b.rank).map(({ sample }) => sample);
      return [slug, cut(sorted, MOST_SAMPLES)];
    }),
  );
}

function cut<T>(all: readonly T[], most: number): Shown<T> {
  // "and 1 more" would take the room of the one.
  const length = all.length === most + 1 ? all.length : most;
  return { shown: all.slice(0, length), more: Math.max(0, all.length - length) };
}
