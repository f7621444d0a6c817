/** How a code is headed: symbols speak for themselves, a status or an event is known by its number. */
import type { CodeRow } from '../core/codes/row.ts';

export function codeTitle({ space, code, name, log }: CodeRow): string {
  if (space === 'http') return `${code} ${name}`;
  if (space === 'event') return `${log ?? 'Event'} ${code}: ${name}`;
  return name;
}
