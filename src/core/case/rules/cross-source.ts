/** The rules that compare what client, server, directory and DNS say, the most telling first. */
import type { Rule } from '../rule.ts';
import { alias } from './alias.ts';
import { browserList } from './browser-list.ts';
import { browserPolicy } from './browser-policy.ts';
import { browserZone } from './browser-zone.ts';
import { clientOnServer } from './client-on-server.ts';
import { hostSpnAnswers } from './host-spn-answers.ts';
import { kdcKnowsNoRealm } from './kdc-knows-no-realm.ts';
import { kdcRefused } from './kdc-refused.ts';
import { keytabVersion } from './keytab-version.ts';
import { otherAccountDecrypts } from './other-account-decrypts.ts';
import { secureChannelBroken } from './secure-channel-broken.ts';
import { secureChannelWorks } from './secure-channel-works.ts';
import { spnSpelledDifferently } from './spn-spelled-differently.ts';
import { traceTicketIssued } from './trace-ticket-issued.ts';

export const CROSS_SOURCE_RULES: readonly Rule[] = [
  secureChannelBroken,
  otherAccountDecrypts,
  keytabVersion,
  kdcRefused,
  kdcKnowsNoRealm,
  traceTicketIssued,
  clientOnServer,
  hostSpnAnswers,
  ...spnSpelledDifferently,
  ...alias,
  browserList,
  browserZone,
  browserPolicy,
  secureChannelWorks,
];
