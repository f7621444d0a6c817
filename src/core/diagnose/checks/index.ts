/** The checks, the most telling first among those of one severity. */
import type { Check } from '../finding.ts';
import { codeMeaning } from './code-meaning.ts';
import { codeRounded } from './code-rounded.ts';
import { LOG_CHECKS } from './log-checks.ts';
import { TOKEN_CHECKS } from './token-checks.ts';

export const CHECKS: readonly Check[] = [...TOKEN_CHECKS, ...LOG_CHECKS, codeRounded, codeMeaning];
