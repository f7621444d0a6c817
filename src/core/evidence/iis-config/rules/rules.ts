/** The rules that need nothing but configuration, the most telling first. */
import type { Rule } from '../../../case/rule.ts';
import { anonymousEnabled } from './anonymous-enabled.ts';
import { authPersist } from './auth-persist.ts';
import { authorizationDeny } from './authorization-deny.ts';
import { extendedProtection } from './extended-protection.ts';
import { impersonate } from './impersonate.ts';
import { lockedSection } from './locked-section.ts';
import { negotiateAfterNtlm } from './negotiate-after-ntlm.ts';
import { negotiateNotOffered } from './negotiate-not-offered.ts';
import { aspNetCoreToken, headerLimit, ipRestriction } from './other-refusals.ts';
import { poolIdentity } from './pool-identity.ts';
import { setCommands } from './set-commands.ts';
import { ticketWanted } from './wanted.ts';
import { windowsAuthentication } from './windows-authentication.ts';
import { windowsDisabled } from './windows-disabled.ts';

export const IIS_CONFIG_RULES: readonly Rule[] = [
  lockedSection,
  windowsDisabled,
  negotiateNotOffered,
  negotiateAfterNtlm,
  anonymousEnabled,
  extendedProtection,
  impersonate,
  aspNetCoreToken,
  headerLimit,
  ipRestriction,
  authorizationDeny,
  windowsAuthentication,
  poolIdentity,
  authPersist,
  setCommands,
  ticketWanted,
];
