/** The reader's marks: read from and written to one line of text, changed one at a time. */
import { MARK_SENTENCE } from '../limits.ts';
import type { Mark, Marks, State } from './check.ts';

const STATES: readonly State[] = ['passed', 'failed', 'not-applicable'];

/** What is kept in the browser. */
export interface Kept {
  marks: Marks;
}

export const NOTHING_KEPT: Kept = { marks: {} };

/** What `writeKept` wrote; whatever else `text` may hold is passed over. Never throws. */
export function readKept(text: string | null): Kept {
  let kept: unknown;
  try {
    kept = JSON.parse(text ?? '');
  } catch {
    return NOTHING_KEPT;
  }
  if (!isRecord(kept)) return NOTHING_KEPT;
  const marks = isRecord(kept.marks) ? kept.marks : {};
  const read = Object.entries(marks).flatMap(([id, mark]) => {
    const sound = readMark(mark);
    return sound ? [[id, sound] as const] : [];
  });
  return { marks: Object.fromEntries(read) };
}

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

/** The marks with that one set; `undefined` opens the check again. */
export function withMark(marks: Marks, id: string, mark: Mark | undefined): Marks {
  const others = Object.entries(marks).filter(([other]) => other !== id);
  return Object.fromEntries(mark ? [...others, [id, mark]] : others);
}

/** A finding's sentence as it may be kept: one line, bounded. */
export function keepable(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ').trim();
  return line.length > MARK_SENTENCE ? `${line.slice(0, MARK_SENTENCE - 1)}…` : line;
}

function readMark(mark: unknown): Mark | undefined {
  if (!isRecord(mark)) return undefined;
  const state = STATES.find((name) => name === mark.state);
  if (!state || typeof mark.at !== 'string' || Number.isNaN(Date.parse(mark.at))) return undefined;
  return {
    state,
    at: new Date(mark.at).toISOString(),
    ...(typeof mark.finding === 'string' && { finding: keepable(mark.finding) }),
    ...(typeof mark.says === 'string' && { says: keepable(mark.says) }),
    ...(typeof mark.sentence === 'string' && { sentence: keepable(mark.sentence) }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
