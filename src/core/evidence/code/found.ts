/** A code as it stands in the paste, and the small decisions all finders share. */
import type { Span } from '../../facts/span.ts';
import { win32OfHresult } from '../../codes/number.ts';
import type { CodeRow, CodeSpace } from '../../codes/row.ts';

export interface Found {
  at: Span;
  /** What it can mean, the likeliest first; empty when it looks like a code and none is known. */
  rows: readonly CodeRow[];
  /** The unsigned value as it was pasted, when it was pasted as a number. */
  value?: number;
}

/**
 * Finds codes of one spelling in a piece of text, one after the other, so that the reader can stop
 * when it has enough. Spans count from the start of that piece.
 */
export type Finder = (text: string) => Iterable<Found>;

const CERTIFICATE_OR_SSPI = new Set([0x8009, 0x800b]);

/** True for HRESULTs of the facilities that IIS logs, and for plain NTSTATUS errors. */
export function looksLikeStatus(value: number): boolean {
  const upper = value >>> 16;
  return upper === 0x8007 || CERTIFICATE_OR_SSPI.has(upper) || upper === 0xc000;
}

/** The space a number belongs to by its bits alone, for a number the table does not know. */
export function spaceOf(value: number): CodeSpace {
  if (win32OfHresult(value) !== undefined) return 'win32';
  if (value >>> 30 === 3) return 'ntstatus';
  return CERTIFICATE_OR_SSPI.has(value >>> 16) ? 'sspi' : 'win32';
}

/** The span of a group of a match; of the whole match when the group took no part in it. */
export function spanOf(match: RegExpExecArray, group = 0): Span {
  const whole = match[0];
  const text = match[group] ?? whole;
  const start = match.index + (group ? whole.lastIndexOf(text) : 0);
  return { start, end: start + text.length };
}
