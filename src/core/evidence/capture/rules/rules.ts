/** The rules that need nothing but a recording of packets. */
import type { Rule } from '../../../case/rule.ts';
import { encrypted } from './encrypted.ts';
import { noHttp } from './no-http.ts';

export const CAPTURE_RULES: readonly Rule[] = [encrypted, noHttp];
