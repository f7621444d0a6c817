/** The rules that need nothing but codes, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { codeMeaning } from './meaning.ts';
import { codeRounded } from './rounded.ts';

export const CODE_RULES: readonly Rule[] = [codeRounded, codeMeaning];
