/** Times and rates in sentences. */
import { isoTime } from '../../rows/time.ts';
import { momentOf } from '../moment.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How the times of one story read. */
export interface Clock {
  /** `08:15:02 UTC` */
  readonly at: (ms: number) => string;
  /** `from 08:15:02 to 08:20:00 UTC`, or `at 08:15:02 UTC` for one moment. */
  readonly range: (from: number, to: number) => string;
  /** `between 08:15:02 and 08:20:00 UTC`, or `at 08:15:02 UTC`. */
  readonly between: (from: number, to: number) => string;
}

/**
 * The clock of a story from `first` to `last`: with the date where it has several days, `server
 * time` where the log is written with the server's own clock. Times are rounded to the second, as a
 * start is a row's whole second minus its milliseconds taken.
 */
export function clockFor(zone: 'utc' | 'local', first: number, last: number): Clock {
  const dayOf = (ms: number) => (Number.isNaN(ms) ? '' : isoTime(momentOf(ms)).slice(0, 10));
  const hasOneDay = dayOf(first) === dayOf(last);
  const name = zone === 'utc' ? 'UTC' : 'server time';
  const bare = (ms: number) => {
    const [date = '', time = ''] = isoTime(momentOf(ms), 'local').split('T');
    return `${hasOneDay ? '' : `${date} `}${time}`;
  };
  const at = (ms: number) => `${bare(ms)} ${name}`;
  const words = (before: string, middle: string) => (from: number, to: number) =>
    bare(from) === bare(to) ? `at ${at(from)}` : `${before} ${bare(from)} ${middle} ${at(to)}`;
  return { at, range: words('from', 'to'), between: words('between', 'and') };
}

/** `every 30 s`, `once a minute`, `every 5 minutes`: one event in so many milliseconds. */
export function every(interval: number): string {
  const seconds = Math.round(interval / SECOND);
  if (seconds < 1) return 'several times a second';
  if (seconds < 55) return `every ${seconds} s`;
  if (seconds <= 65) return 'once a minute';
  const minutes = Math.round(interval / MINUTE);
  if (minutes < 55) return minutes === 1 ? `every ${seconds} s` : `every ${minutes} minutes`;
  const hours = Math.round(interval / HOUR);
  return hours <= 1 ? 'once an hour' : `every ${hours} hours`;
}

/** `12 s`, `3 minutes`, `2 hours`: a length of time. */
export function lengthOf(ms: number): string {
  const seconds = Math.round(ms / SECOND);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(ms / MINUTE);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(ms / HOUR)} hours`;
}
