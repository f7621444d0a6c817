/** The rules that need nothing but output of setspn, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { duplicate, duplicateGroup } from './duplicate.ts';
import { list } from './list.ts';
import { noDuplicates } from './no-duplicates.ts';
import { noSuchSpn } from './no-such-spn.ts';
import { oneOwner } from './one-owner.ts';
import { port } from './port.ts';
import { refusedDuplicate } from './refused-duplicate.ts';
import { accessDenied, noAccount, noDomain } from './refused.ts';
import { registered } from './registered.ts';
import { spnWithRealm } from './spn-with-realm.ts';

export const SETSPN_RULES: readonly Rule[] = [
  duplicate,
  duplicateGroup,
  refusedDuplicate,
  noSuchSpn,
  accessDenied,
  noAccount,
  noDomain,
  spnWithRealm,
  oneOwner,
  list,
  registered,
  port,
  noDuplicates,
];
