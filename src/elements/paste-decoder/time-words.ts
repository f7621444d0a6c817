/** Times of a log, as short as the range they stand in allows. */
import type { Story, StorySeries } from '../../core/index.ts';
import type { Clock } from './filter-bar.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** `08:15:02` of ISO 8601. */
export function clockOf(time: string | undefined): string {
  return time?.replace(/^.*T/, '').replace('Z', '') ?? '';
}

/** Times of the story: with seconds where its steps are short, with the date where it has several. */
export function clockIn({ first = '', last = '' }: Story, { width }: StorySeries): Clock {
  const hasOneDay = first.slice(0, 10) === last.slice(0, 10);
  return (ms) => {
    const [date = '', time = ''] = new Date(ms).toISOString().split('T');
    if (width >= DAY) return date;
    const clock = time.slice(0, width < MINUTE ? 8 : 5);
    return hasOneDay ? clock : `${date} ${clock}`;
  };
}

/** `1 second`, `5 minutes`, `1 day`. */
export function stepWords(width: number): string {
  const units: readonly [number, string][] = [
    [DAY, 'day'],
    [60 * MINUTE, 'hour'],
    [MINUTE, 'minute'],
    [1_000, 'second'],
  ];
  const [size, unit] = units.find(([size]) => width >= size) ?? [1_000, 'second'];
  const count = width / size;
  return count === 1 ? `1 ${unit}` : `${count.toLocaleString('en')} ${unit}s`;
}
