/** The rules that need nothing but HTTP messages. */
import type { Rule } from '../../../case/rule.ts';
import { httpProxyAsks } from './proxy-asks.ts';

export const HTTP_RULES: readonly Rule[] = [httpProxyAsks];
