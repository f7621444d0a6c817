/** The rules that need nothing but a network log. */
import type { Rule } from '../../../case/rule.ts';
import { mayAnswer, mayNotAnswer } from './default-credentials.ts';
import { tokenFailed } from './token-failed.ts';
import { tokenMade } from './token-made.ts';

export const NETLOG_RULES: readonly Rule[] = [tokenFailed, mayNotAnswer, tokenMade, mayAnswer];
