/**
 * HAR files of browsers and proxies, whole, cut off, or entries of one: the requests with their
 * answers, for the reader of HTTP, and what the file leaves out.
 */
import type { Problem } from '../../contract/decoded.ts';
import { HAR_ENTRIES } from '../../limits.ts';
import type { Span } from '../../facts/span.ts';
import { gapsBetween } from '../../text/gaps.ts';
import { jsonAround } from '../../text/json-around.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Context, LoadedReader, Reading } from '../reader.ts';
import { asLines } from './as-lines.ts';
import { type Entry, readHar } from './entries.ts';
import { recordingOf } from './recording.ts';

function read(text: string, { claimed }: Pick<Context, 'claimed'>): Reading | undefined {
  const isTaken = occupiedBy(claimed);
  const file = readHar(text);
  const entries = file.entries.filter(({ at }) => !isTaken(at));
  const kept = inOrder(telling(entries));
  const [first] = kept;
  if (!first) return undefined;
  const recording = recordingOf({ ...file, entries });
  const lacks = recording.lacks !== undefined;
  const recorded = kept
    .map((entry) => asLines(text, entry, lacks))
    .filter((one) => one !== undefined);
  return {
    kinds: ['har'],
    facts: [recording],
    recorded,
    problems: problemsOf(entries, kept, file.isWhole, text),
    claimed: gapsBetween(text.length, [
      ...claimed,
      ...kept.flatMap(errorsIn),
      ...besides(text, kept),
    ]),
  };
}

/** What stands above and below the file in a paste. */
function besides(text: string, entries: readonly Entry[]): Span[] {
  const start = entries.reduce((least, { at }) => Math.min(least, at.start), Infinity);
  const end = entries.reduce((most, { at }) => Math.max(most, at.end), 0);
  const file = jsonAround(text, { start, end });
  return [
    { start: 0, end: file.start },
    { start: file.end, end: text.length },
  ];
}

/** Of very many requests, those that have to do with a logon come first. */
function telling(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length <= HAR_ENTRIES) return entries;
  const isTelling = ({ request, response }: Entry) =>
    /^40[17]$/.test(response?.values.get('status')?.value ?? '') ||
    [...request.headers, ...(response?.headers ?? [])].some(({ name }) => /auth/i.test(name.value));
  const first = entries.filter(isTelling);
  return [...first, ...entries.filter((entry) => !first.includes(entry))].slice(0, HAR_ENTRIES);
}

/** As they were sent: Fiddler and some converters write them in another order. */
function inOrder(entries: readonly Entry[]): Entry[] {
  const timeOf = ({ values }: Entry) => Date.parse(values.get('startedDateTime')?.value ?? '');
  if (entries.some((entry) => Number.isNaN(timeOf(entry)))) return [...entries];
  return entries.toSorted((a, b) => timeOf(a) - timeOf(b));
}

/** The browser's own error, which is a message like that of any program. */
function errorsIn({ response }: Entry): { start: number; end: number }[] {
  const values = ['_error', '_failureText'].flatMap((name) => response?.values.get(name) ?? []);
  return values.filter(({ value }) => value !== '').map(({ at }) => at);
}

function problemsOf(
  entries: readonly Entry[],
  kept: readonly Entry[],
  isWhole: boolean,
  text: string,
): Problem[] {
  const problems: Problem[] = [];
  const end = { start: Math.max(0, text.length - 1), end: text.length };
  if (!isWhole) {
    problems.push({
      message: 'The HAR file is cut off; the requests before that were read.',
      at: end,
    });
  }
  if (kept.length < entries.length) {
    const message = `Only ${kept.length} of ${entries.length} requests in the HAR file were read.`;
    problems.push({ message, at: end });
  }
  return problems;
}

export const har: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).HAR_RULES,
};
