/** The rules on values of the registry, and on SPNs that SQLCheck looks for. */
import type { Rule } from '../../../case/rule.ts';
import { listedSpns } from './listed-spns.ts';
import { suggestedSpn } from './suggested-spn.ts';
import { value } from './value.ts';

export const REGISTRY_RULES: readonly Rule[] = [value, suggestedSpn, listedSpns];
