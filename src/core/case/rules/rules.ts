/** The checks, the most telling first among those of one severity. */
import type { Check } from '../rule.ts';
import { codeMeaning } from '../../evidence/code/rules/meaning.ts';
import { codeRounded } from '../../evidence/code/rules/rounded.ts';
import { LOG_CHECKS } from '../../evidence/iis-log/rules/rules.ts';
import { TOKEN_CHECKS } from '../../evidence/token/rules/rules.ts';

export const CHECKS: readonly Check[] = [...TOKEN_CHECKS, ...LOG_CHECKS, codeRounded, codeMeaning];
