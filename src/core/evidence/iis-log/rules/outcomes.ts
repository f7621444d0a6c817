/**
 * One finding for each kind of sequence in the log: what became of the attempts, in a sentence. What
 * is said stands in the tables `log-said-*.ts`, with the rows that trigger it and its limits.
 */
import { articleAt, type ArticleSlug } from '../../../articles.ts';
import type { Log, LogEntry, Sequence } from '../../../contract/decoded.ts';
import { cover, type Span } from '../../../facts/span.ts';
import type { Check, Diagnosis } from '../../../case/rule.ts';
import { SAID_ACCEPTED } from './said-accepted.ts';
import { SAID_DENIED } from './said-denied.ts';
import { SAID_REFUSED } from './said-refused.ts';
import { SAID_UNFINISHED } from './said-unfinished.ts';
import type { Wording, Wordings } from './wording.ts';

const SAID: Wordings = { ...SAID_REFUSED, ...SAID_DENIED, ...SAID_UNFINISHED, ...SAID_ACCEPTED };

/** Ranges shown as proof of one finding. */
const EVIDENCE = 60;
const TRIPLE = new Set(['sc-status', 'sc-substatus', 'sc-win32-status']);

/** A finding for every sequence, the most frequent first. */
export const logOutcomes: Check = ({ log }) =>
  (log?.sequences ?? []).flatMap((sequence) => {
    const article = articleAt(sequence.article);
    if (!log || !article) return [];
    const wording = SAID[`${sequence.outcome} ${article}`] ?? SAID[sequence.outcome];
    return wording ? [finding(wording, sequence, article, log)] : [];
  });

function finding(wording: Wording, sequence: Sequence, article: ArticleSlug, log: Log): Diagnosis {
  const rows = sequence.example.flatMap((index) => log.entries[index] ?? []);
  const others = sequence.others.flatMap((index) => log.entries[index] ?? []);
  const about = { sequence, log, rows };
  const next = wording.next?.(about);
  return {
    id: wording.id,
    severity: wording.severity,
    title: wording.title(about),
    article,
    evidence: [...rows, ...others].flatMap(proof).slice(0, EVIDENCE),
    ...(wording.caveat !== undefined && { caveat: wording.caveat }),
    ...(next && { next }),
  };
}

/** The status triple of a row, and the user name of a row that was let in. */
function proof(row: LogEntry): Span[] {
  const named = row.status === 401 ? [] : row.fields.filter(({ name }) => name === 'cs-username');
  const codes = row.fields.filter(({ name }) => TRIPLE.has(name)).map(({ at }) => at);
  const whole = cover(codes);
  // Side by side they are one range; in a permuted header each stands alone.
  const near = whole && whole.end - whole.start <= 3 + 1 + 3 + 1 + 12 + 2;
  return [...named.map(({ at }) => at), ...(near ? [whole] : codes)];
}
