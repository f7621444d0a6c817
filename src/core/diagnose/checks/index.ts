/** The checks, the most telling first among those of one severity. */
import type { Check } from '../finding.ts';

export const CHECKS: readonly Check[] = [];
