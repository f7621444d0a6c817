/**
 * When things happened, as far as two sources can be compared. Logs of IIS and XML views of events are
 * UTC; other views of events are in a time zone that they do not name, so what can be compared
 * there is the time within a quarter of an hour: every zone is a multiple of it (tz database).
 */
import { parseDate, parseTime } from '../../evidence/iis-log/rows/time.ts';

export interface Moment {
  /** Milliseconds since 1970, as if the time were UTC. */
  readonly ms: number;
  readonly isUtc: boolean;
}

export interface Apart {
  /** Never negative. */
  readonly seconds: number;
  /** False where only the time within a quarter of an hour could be compared. */
  readonly isExact: boolean;
}

const QUARTER = 900;
/** Zones reach from UTC-12 to UTC+14. */
const WIDEST = 26 * 3600;

/** `2026-03-02T08:15:01.5Z`, `3/2/2026 8:15:01 AM`, `02.03.2026 08:15:01`; undefined for anything else. */
export function momentOf(time: string | undefined): Moment | undefined {
  if (time === undefined) return undefined;
  const day = parseDate(time.trim());
  const clock = parseTime(time);
  if (day === undefined || clock === undefined) return undefined;
  return { ms: day + clock, isUtc: /\d(?:Z|\+00:?00)$/i.test(time.trim()) };
}

/** How far two moments are apart; undefined where one is not known, or no zone makes them one day. */
export function apart(a: Moment | undefined, b: Moment | undefined): Apart | undefined {
  if (!a || !b) return undefined;
  const seconds = Math.round(Math.abs(a.ms - b.ms) / 1000);
  if (a.isUtc && b.isUtc) return { seconds, isExact: true };
  if (seconds > WIDEST) return undefined;
  const rest = seconds % QUARTER;
  return { seconds: Math.min(rest, QUARTER - rest), isExact: false };
}

/** False where the times show that two things are not of one logon; true where they do not. */
export function mayBeOne(a: string | undefined, b: string | undefined, within: number): boolean {
  const first = momentOf(a);
  const second = momentOf(b);
  if (!first || !second) return true;
  const found = apart(first, second);
  return found !== undefined && (!found.isExact || found.seconds <= within);
}

/** `, 4 s apart`, with what is open; empty where the times cannot be compared. */
export function apartInWords(a: string | undefined, b: string | undefined): string {
  const found = apart(momentOf(a), momentOf(b));
  if (!found || (!found.isExact && found.seconds > 60)) return '';
  return found.isExact
    ? `, ${found.seconds} s apart`
    : `, ${found.seconds} s apart (time zones left out)`;
}
