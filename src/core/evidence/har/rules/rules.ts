/** The rules that need nothing but a HAR file. */
import type { Rule } from '../../../case/rule.ts';
import { leftOut } from './left-out.ts';
import { noRefusal } from './no-refusal.ts';

export const HAR_RULES: readonly Rule[] = [leftOut, noRefusal];
