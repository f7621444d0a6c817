/** The rules on sessions and their groups, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { identity } from './identity.ts';
import { ntlm } from './ntlm.ts';
import { tokenSize } from './token-size.ts';

export const WHOAMI_RULES: readonly Rule[] = [ntlm, tokenSize, identity];
