/** The rules on clocks, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { noSkew } from './no-skew.ts';
import { notSynchronized } from './not-synchronized.ts';
import { skew } from './skew.ts';
import { source } from './source.ts';
import { unmeasured } from './unmeasured.ts';

export const W32TM_RULES: readonly Rule[] = [skew, unmeasured, notSynchronized, source, noSkew];
