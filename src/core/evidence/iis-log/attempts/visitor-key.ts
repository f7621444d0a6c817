/** What tells one visitor from all others: one client at one resource. */
import type { Row } from '../rows/row.ts';

/** Client, verb, resource without its query, and agent, in the spelling in which they are compared. */
export function keyOf(row: Row): string {
  const agent = row.agent?.replace(/[+\s]+/g, ' ') ?? '';
  const stem = row.stem?.toLowerCase() ?? '';
  return [row.client ?? '?', row.method ?? '', stem, agent].join('\n');
}
