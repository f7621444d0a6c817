/** The rules that need nothing but log rows, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { logChangedAt } from './changed-at.ts';
import { logCountsOnly } from './counts-only.ts';
import { logHeaderTooLong } from './header-too-long.ts';
import { logKeepsClosing } from './keeps-closing.ts';
import { logKeepsTrying } from './keeps-trying.ts';
import { logNeighbours } from './neighbours.ts';
import { logNo401 } from './no-401.ts';
import { logNoSubstatus } from './no-substatus.ts';
import { logOutcomes } from './outcomes.ts';
import { logSharedAddress } from './shared-address.ts';
import { logSpraySucceeded } from './spray-succeeded.ts';
import { logWebdav } from './webdav.ts';

export const LOG_RULES: readonly Rule[] = [
  logSpraySucceeded,
  logChangedAt,
  logKeepsTrying,
  logKeepsClosing,
  logWebdav,
  logOutcomes,
  logSharedAddress,
  logHeaderTooLong,
  logCountsOnly,
  logNeighbours,
  logNoSubstatus,
  logNo401,
];
