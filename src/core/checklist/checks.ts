/**
 * The checks in their order. A test holds `content/checks.json` to the shape that is asserted here:
 * ids, articles and findings that exist.
 */
import rows from '../../../content/checks.json' with { type: 'json' };
import type { Check } from './check.ts';

export const CHECKS: readonly Check[] = (rows as readonly object[]).map((row) => row as Check);

/** Number of a check in the list, from 1; 0 for an id that is none. */
export function numberOf(id: string): number {
  return CHECKS.findIndex((check) => check.id === id) + 1;
}
