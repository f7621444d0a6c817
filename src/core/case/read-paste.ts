/**
 * Recognises what was pasted and lets the right readers read it, in order. Each reader sees what
 * the ones before it have claimed. A new kind of paste is one reader and one line in `READERS`.
 */
import { readCodes } from '../evidence/code/reader.ts';
import type { Kind, Problem } from '../contract/decoded.ts';
import type { Facts, Reading } from '../facts/facts.ts';
import { readHttp } from '../evidence/http/reader.ts';
import { readTokens } from '../evidence/token/reader.ts';
import { PASTE_LENGTH, PROBLEMS } from '../limits.ts';
import { readLog } from '../evidence/iis-log/reader.ts';
import { cover, type Span } from '../facts/span.ts';

/** What the reader of the page knows better than the paste. */
export interface Options {
  /**
   * What each value of a log row is, in order, by the columns' names in `#Fields`; `-` for a value
   * that is of no interest. Rows with another number of values are read as without it.
   */
  readonly columns?: readonly string[];
}

/** Reads one kind of paste. `undefined` means: nothing of that kind here. Never throws. */
export type Reader = (
  text: string,
  claimed: readonly Span[],
  options?: Options,
) => Promise<Reading | undefined>;

/** Codes come last: a number is looked up on its own only where nothing else explains it. */
const READERS: readonly Reader[] = [readLog, readHttp, readTokens, readCodes];

/** Everything that can be read in `text`. Never rejects: what cannot be read is in `problems`. */
export async function readPaste(text: string, options?: Options): Promise<Omit<Facts, 'text'>> {
  const whole = text.slice(0, PASTE_LENGTH);
  const readings: Reading[] = [];
  for (const reader of READERS) {
    const claimed = readings.flatMap((reading) => reading.claimed);
    const reading = await reader(whole, claimed, options);
    if (reading) readings.push(reading);
  }
  const log = readings.find((reading) => reading.log)?.log;
  const messages = readings.flatMap((reading) => reading.messages ?? []);
  const codes = readings.flatMap((reading) => reading.codes ?? []);
  const problems = readings.flatMap((reading) => reading.problems ?? []);
  if (whole.length < text.length) problems.push(tooLong(text));
  return {
    kinds: kindsOf(readings, whole),
    tokens: readings.flatMap((reading) => reading.tokens ?? []),
    ...(log && { log }),
    ...(messages.length > 0 && { messages }),
    ...(codes.length > 0 && { codes }),
    problems: limited(problems),
  };
}

/** In paste order; `unknown` alone when there is text and nobody knows it. */
function kindsOf(readings: readonly Reading[], text: string): Kind[] {
  const kinds = readings
    .map(({ kind, claimed }) => ({ kind, start: cover(claimed)?.start ?? 0 }))
    .sort((a, b) => a.start - b.start)
    .map(({ kind }) => kind);
  return kinds.length === 0 && text.trim() !== '' ? ['unknown'] : kinds;
}

function tooLong(text: string): Problem {
  const limit = PASTE_LENGTH.toLocaleString('en');
  return {
    message: `Only the first ${limit} characters of this paste were read.`,
    at: { start: PASTE_LENGTH, end: text.length },
  };
}

function limited(problems: Problem[]): Problem[] {
  const last = problems[PROBLEMS - 1];
  if (!last || problems.length === PROBLEMS) return problems;
  const more = problems.length - PROBLEMS + 1;
  return [
    ...problems.slice(0, PROBLEMS - 1),
    { message: `${more} more problems of this paste are not listed.`, at: last.at },
  ];
}
