/** The rules on what Netlogon says, the most telling first; those on secure channels are the case's. */
import type { Rule } from '../../../case/rule.ts';
import { domainControllerFound } from './domain-controller-found.ts';
import { noDomainController } from './no-domain-controller.ts';
import { refused } from './refused.ts';
import { trusts } from './trusts.ts';

export const NLTEST_RULES: readonly Rule[] = [
  noDomainController,
  refused,
  trusts,
  domainControllerFound,
];
