/** The rules that compare what client, server, directory and DNS say, the most telling first. */
import type { Rule } from '../rule.ts';
import { alias } from './alias.ts';
import { bothPaths } from './both-paths.ts';
import { browserList } from './browser-list.ts';
import { browserPolicy } from './browser-policy.ts';
import { browserZone } from './browser-zone.ts';
import { channelBinding } from './channel-binding.ts';
import { clientOnServer } from './client-on-server.ts';
import { clockSkew } from './clock-skew.ts';
import { delegation } from './delegation.ts';
import { encryptionTypes } from './encryption-types.ts';
import { headerFits } from './header-fits.ts';
import { hostSpnAnswers } from './host-spn-answers.ts';
import { issuedToOtherAccount } from './issued-to-other-account.ts';
import { kdcKnowsNoRealm } from './kdc-knows-no-realm.ts';
import { kdcRefused } from './kdc-refused.ts';
import { kdcNotAtFault } from './kdc-not-at-fault.ts';
import { keytabVersion } from './keytab-version.ts';
import { loopback } from './loopback.ts';
import { negotiateRemoved } from './negotiate-removed.ts';
import { notTheOwner } from './not-the-owner.ts';
import { notInQuestion } from './not-in-question.ts';
import { otherAccountDecrypts } from './other-account-decrypts.ts';
import { otherSession } from './other-session.ts';
import { secureChannelBroken } from './secure-channel-broken.ts';
import { secureChannelWorks } from './secure-channel-works.ts';
import { spnSpelledDifferently } from './spn-spelled-differently.ts';
import { ownerWrong, staleDns } from './stale-dns.ts';
import { traceTicketIssued } from './trace-ticket-issued.ts';
import { whyNtlm } from './why-ntlm.ts';

export { contradiction } from './contradiction.ts';

export const CROSS_SOURCE_RULES: readonly Rule[] = [
  secureChannelBroken,
  clockSkew,
  ...channelBinding,
  ...loopback,
  ...notTheOwner,
  staleDns,
  ownerWrong,
  otherAccountDecrypts,
  keytabVersion,
  whyNtlm,
  bothPaths,
  negotiateRemoved,
  kdcNotAtFault,
  ...encryptionTypes,
  issuedToOtherAccount,
  kdcRefused,
  kdcKnowsNoRealm,
  traceTicketIssued,
  otherSession,
  clientOnServer,
  hostSpnAnswers,
  ...spnSpelledDifferently,
  ...alias,
  browserList,
  browserZone,
  browserPolicy,
  delegation,
  secureChannelWorks,
  headerFits,
  ...notInQuestion,
];
