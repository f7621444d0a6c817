/** The rules that compare what client, server, directory and DNS say, the most telling first. */
import type { Rule } from '../rule.ts';
import { alias } from './alias.ts';
import { hostSpnAnswers } from './host-spn-answers.ts';
import { otherAccountDecrypts } from './other-account-decrypts.ts';
import { secureChannelBroken } from './secure-channel-broken.ts';
import { secureChannelWorks } from './secure-channel-works.ts';
import { spnSpelledDifferently } from './spn-spelled-differently.ts';

export const CROSS_SOURCE_RULES: readonly Rule[] = [
  secureChannelBroken,
  otherAccountDecrypts,
  hostSpnAnswers,
  ...spnSpelledDifferently,
  ...alias,
  secureChannelWorks,
];
