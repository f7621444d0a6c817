/** The rules on lists of packets. What they say of tickets is judged with the other traces. */
import type { Rule } from '../../../case/rule.ts';
import { ntlmListed } from './ntlm-listed.ts';

export const PACKET_LIST_RULES: readonly Rule[] = [ntlmListed];
