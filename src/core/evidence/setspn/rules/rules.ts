import type { Rule } from '../../../case/rule.ts';
export const SETSPN_RULES: readonly Rule[] = [];
