/**
 * What tells one visitor from all others, and one party: an address at one site. The scanner of bytes
 * builds the same keys (`file/scanner/rows.ts`).
 */
import type { Row } from '../rows/row.ts';

/** Address, site, port, method, path without its query, and agent, in the spelling in which they are compared. */
export function keyOf(row: Row): string {
  const agent = row.agent?.replace(/[+\s]+/g, ' ') ?? '';
  const stem = row.stem?.toLowerCase() ?? '';
  const { client = '?', site = '', port = '', method = '' } = row;
  return [client, site, port, method, stem, agent].join('\n');
}

/** Address and site: rows of different parties have nothing to do with each other. */
export function partyOf({ client = '?', site = '' }: Row): string {
  return `${client}\n${site}`;
}
