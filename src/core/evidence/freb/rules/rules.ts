/** The rules that need nothing but failed request traces, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { credentialsIgnored } from './credentials-ignored.ts';
import { denied } from './denied.ts';
import { kerberosFailed } from './kerberos-failed.ts';
import { otherEvents } from './other-events.ts';
import { refused, refusedByStatus } from './refused.ts';
import { signedIn } from './signed-in.ts';

export const FREB_RULES: readonly Rule[] = [
  kerberosFailed,
  refused,
  refusedByStatus,
  credentialsIgnored,
  denied,
  signedIn,
  otherEvents,
];
