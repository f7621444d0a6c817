/** The rules that need nothing but log rows, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { logCountsOnly } from './counts-only.ts';
import { logHeaderTooLong } from './header-too-long.ts';
import { logKeepsClosing } from './keeps-closing.ts';
import { logNeighbours } from './neighbours.ts';
import { logNo401 } from './no-401.ts';
import { logNoSubstatus } from './no-substatus.ts';
import { logOutcomes } from './outcomes.ts';
import { logWebdav } from './webdav.ts';

export const LOG_RULES: readonly Rule[] = [
  logKeepsClosing,
  logWebdav,
  logOutcomes,
  logHeaderTooLong,
  logCountsOnly,
  logNeighbours,
  logNoSubstatus,
  logNo401,
];
