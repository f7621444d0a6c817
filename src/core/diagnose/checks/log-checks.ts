/** The checks on log rows, the most telling first. */
import type { Check } from '../finding.ts';
import { logCountsOnly } from './log-counts-only.ts';
import { logHeaderTooLong } from './log-header-too-long.ts';
import { logKeepsClosing } from './log-keeps-closing.ts';
import { logNeighbours } from './log-neighbours.ts';
import { logNo401 } from './log-no-401.ts';
import { logNoSubstatus } from './log-no-substatus.ts';
import { logOutcomes } from './log-outcomes.ts';
import { logWebdav } from './log-webdav.ts';

export const LOG_CHECKS: readonly Check[] = [
  logKeepsClosing,
  logWebdav,
  logOutcomes,
  logHeaderTooLong,
  logCountsOnly,
  logNeighbours,
  logNoSubstatus,
  logNo401,
];
