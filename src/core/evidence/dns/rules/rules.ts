/** The rules on DNS answers, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { alias } from './alias.ts';
import { noAlias } from './no-alias.ts';
import { noSuchName } from './no-such-name.ts';
import { ownAddresses } from './own-addresses.ts';

export const DNS_RULES: readonly Rule[] = [alias, noAlias, noSuchName, ownAddresses];
