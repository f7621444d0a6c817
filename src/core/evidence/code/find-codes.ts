/**
 * Reads codes that stand on their own, outside the log rows, tokens and headers that other readers
 * have claimed. A number inside prose needs a telling form or a telling word to be one.
 */
import type { Problem } from '../../contract/decoded.ts';
import { CODES } from '../../limits.ts';
import type { Reading } from '../reader.ts';
import type { Span } from '../../facts/span.ts';
import { codesOf, isUnknown, unknownMessage, type PlacedCode } from './code.ts';
import { findSubstatus, findSymbols, findWideNumbers } from './find-wide.ts';
import { findEvents } from './find-events.ts';
import { findErrorWords, findHttpWords, findKerberosWords, findTriples } from './find-told.ts';
import type { Finder, Found } from './found.ts';
import { gapsBetween } from '../../text/gaps.ts';
import { findRounded, roundedMessage } from './rounded.ts';
import { findStandalone } from './standalone.ts';

/** The most certain first: what one has found, the next ones leave alone. */
const FINDERS: readonly Finder[] = [
  findTriples,
  findEvents,
  findHttpWords,
  findKerberosWords,
  findSymbols,
  findWideNumbers,
  findErrorWords,
  findSubstatus,
];

/** The codes in `text` outside of `claimed`; undefined when there is none. Never throws. */
export function readCodes(text: string, claimed: readonly Span[]): Reading | undefined {
  const gaps = gapsBetween(text.length, claimed);
  const rounded = inGaps(text, gaps, findRounded);
  const alone = claimed.length || rounded.length ? undefined : findStandalone(text);
  const found = alone ?? inGaps(text, gaps, findInProse);
  if (!found.length && !rounded.length) {
    // A rounded value in a row that is explained otherwise is for the rule, which comes with a reading.
    return findRounded(text).length > 0 ? { kinds: [], claimed: [] } : undefined;
  }

  const codes = distinct(found.flatMap((one) => codesOf(text, one)));
  const kept = codes.slice(0, CODES);
  const problems: Problem[] = [
    ...rounded.map((one) => ({ message: roundedMessage(text, one), at: one.at })),
    ...kept.filter(isUnknown).map((code) => ({ message: unknownMessage(code), at: code.at })),
  ];
  const dropped = codes[CODES];
  if (dropped) {
    const message = `Only the first ${CODES} different codes are explained.`;
    problems.push({ message, at: dropped.at });
  }
  return {
    kinds: ['code'],
    codes: kept,
    problems,
    claimed: [...found, ...rounded].map(({ at }) => at),
  };
}

/** Runs `find` on each gap and moves what it found to its place in the whole text. */
function inGaps<T extends { at: Span }>(
  text: string,
  gaps: readonly Span[],
  find: (part: string) => T[],
): T[] {
  return gaps.flatMap(({ start, end }) =>
    find(text.slice(start, end)).map((one) => ({
      ...one,
      at: { start: one.at.start + start, end: one.at.end + start },
    })),
  );
}

/**
 * What the finders find, in text order, each reading where it stands first; one more than the
 * limit, so that the reader can tell that there are more.
 */
function findInProse(text: string): Found[] {
  const found: Found[] = [];
  const known = new Set<unknown>();
  const taken = new Uint8Array(text.length);
  for (const find of FINDERS) {
    for (const one of find(text)) {
      if (found.length > CODES) break;
      const { start, end } = one.at;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const readings = one.rows.length ? one.rows : [text.slice(start, end)];
      if (readings.every((reading) => known.has(reading))) continue;
      for (const reading of readings) known.add(reading);
      found.push(one);
    }
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

/** Each reading once, where it stands first. */
function distinct(codes: readonly PlacedCode[]): PlacedCode[] {
  const seen = new Set<string>();
  return codes.filter((code) => {
    const key = code.reference ?? code.name;
    return !seen.has(key) && seen.add(key);
  });
}
