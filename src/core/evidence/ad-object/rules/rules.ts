/** The rules that need nothing but accounts of the directory, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { accountState } from './account-state.ts';
import { delegation } from './delegation.ts';
import { enabled } from './enabled.ts';
import { encryptionTypes } from './encryption-types.ts';
import { passwordReaders } from './password-readers.ts';
import { duplicateSpn, spns } from './spns.ts';

export const AD_OBJECT_RULES: readonly Rule[] = [
  accountState,
  duplicateSpn,
  delegation,
  encryptionTypes,
  passwordReaders,
  spns,
  enabled,
];
