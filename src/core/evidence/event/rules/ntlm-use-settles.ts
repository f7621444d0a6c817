/** Checks that a use of NTLM settles, by the reason of it. */
import type { Settles } from '../../../case/rule.ts';

export const NTLM_USE = 'event.ntlm-use';
const SAYS = 'Windows recorded that NTLM was used.';

const because = (key: string, check: string, says: string): Settles[] => [
  { check, finding: `${NTLM_USE}-${key}`, state: 'failed', says },
];

/** Ids of findings; each reason has its own. */
const IDS = [
  '',
  '-blocked',
  '-address',
  '-duplicate',
  '-unknown',
  '-no-dc',
  '-loopback',
  '-no-name',
  '-direct',
  '-local',
  '-cloud',
  '-null',
];

export const NTLM_USE_SETTLES: readonly Settles[] = [
  ...IDS.map((suffix): Settles => ({
    check: 'client-sent',
    finding: `${NTLM_USE}${suffix}`,
    state: 'failed',
    says: SAYS,
  })),
  ...because(
    'duplicate',
    'one-owner',
    'The client recorded NTLM because more than one account holds the SPN.',
  ),
  ...because(
    'unknown',
    'ticket-issued',
    'The client recorded NTLM because Kerberos finds no account for the SPN.',
  ),
  ...because(
    'no-dc',
    'domain-controller',
    'The client recorded NTLM because it reached no domain controller.',
  ),
  ...because(
    'loopback',
    'two-machines',
    'The client recorded NTLM because client and server are one computer.',
  ),
  ...because(
    'address',
    'requested-name',
    'The client recorded NTLM because the name is an IP address.',
  ),
];
