/** The rules on error messages. */
import type { Rule } from '../../../case/rule.ts';
import { sentenceMeaning } from './meaning.ts';

export const SENTENCE_RULES: readonly Rule[] = [sentenceMeaning];
