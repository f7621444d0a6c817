/**
 * Reads one source: each reader that recognises something reads the text, in order, and leaves alone
 * what the readers before it have explained.
 */
import type { Kind, Problem } from '../contract/decoded.ts';
import { READERS } from '../evidence/list.ts';
import type {
  Inner,
  LoadedReader,
  Options,
  Reader,
  Reading,
  Recorded,
} from '../evidence/reader.ts';
import type { Span } from '../facts/span.ts';
import { PASTE_LENGTH } from '../limits.ts';
import { loadPart } from './load-part.ts';
import type { Rule } from './rule.ts';

/** What the readers found in one source, and the rules that came with them. */
export interface SourceReading {
  readonly readings: readonly Reading[];
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}

/** Everything that can be read in `text`. Never rejects: what cannot be read is in `problems`. */
export async function readSource(
  text: string,
  options: Options = {},
  readers: readonly Reader[] = READERS,
): Promise<SourceReading> {
  const whole = text.slice(0, PASTE_LENGTH);
  const readings: Reading[] = [];
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  const claimed: Span[] = [];
  const inner: Inner[] = [];
  const recorded: Recorded[] = [];
  for (const reader of readers) {
    const isHandedOver = inner.length > 0 || (recorded.length > 0 && reader.isOfRecorded);
    if (!isSeen(reader, whole) && !isHandedOver) continue;
    const { name, load } = reader;
    const loaded = await loadPart(`reads ${name} evidence`, load, problems);
    if (!loaded) continue;
    const context = { claimed, inner, recorded, options };
    const reading = await readWith(reader, loaded, whole, context, problems);
    if (!reading) continue;
    readings.push(reading);
    const own = await loadPart(`judges ${name} evidence`, loaded.loadRules, problems);
    rules.push(...(own ?? []));
    if (!reading.isShared) claimed.push(...reading.claimed);
    inner.push(...(reading.inner ?? []));
    recorded.push(...(reading.recorded ?? []));
  }
  if (whole.length < text.length) problems.push(tooLong(text));
  return { readings, rules, problems };
}

function isSeen(reader: Reader, text: string): boolean {
  try {
    return reader.seen(text);
  } catch {
    // The reader itself says what is wrong.
    return true;
  }
}

async function readWith(
  { name }: Reader,
  { read }: LoadedReader,
  text: string,
  context: Parameters<LoadedReader['read']>[1],
  problems: Problem[],
): Promise<Reading | undefined> {
  try {
    return await read(text, context);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Reading this as ${name} evidence failed (${reason}). Try a smaller piece of it.`;
    problems.push({ message, at: { start: 0, end: 0 } });
    return undefined;
  }
}

function tooLong(text: string): Problem {
  const limit = PASTE_LENGTH.toLocaleString('en-US');
  return {
    message: `Only the first ${limit} characters of this text were read.`,
    at: { start: PASTE_LENGTH, end: text.length },
  };
}

/** The kinds of evidence that are recognised in the text. */
export async function kindsIn(text: string): Promise<Kind[]> {
  const { readings } = await readSource(text);
  return [...new Set(readings.flatMap(({ kinds }) => kinds))];
}

/** True when nothing but log rows was recognised in the text. */
export async function isLogOnly(text: string): Promise<boolean> {
  const { isRowsOnly } = await import('../evidence/iis-log/is-rows-only.ts');
  if (isRowsOnly(text)) return true;
  const kinds = await kindsIn(text);
  return kinds.length > 0 && kinds.every((kind) => kind === 'log');
}
