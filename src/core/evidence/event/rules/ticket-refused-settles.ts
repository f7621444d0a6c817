/** Checks that a refused service ticket settles. */
import { failed, type Settles } from '../../../case/rule.ts';

export const OTHER_SERVICE = 'event.ticket-refused-other-service';
/** The name is that of an account, not an SPN: KDC_ERR_MUST_USE_USER2USER. */
export const USER_TO_USER = 'event.user-to-user-required';

const CLOCKS = failed(
  'clocks',
  'clock-skew',
  'A domain controller refused a ticket because of the clocks.',
);

export const TICKET_REFUSED_SETTLES: readonly Settles[] = [
  failed(
    'ticket-issued',
    'spn-missing',
    'A domain controller recorded that no account holds the SPN.',
  ),
  failed(
    'ticket-issued',
    'spn-duplicate',
    'A domain controller recorded that more than one account holds the SPN.',
  ),
  failed(
    'one-owner',
    'spn-duplicate',
    'A domain controller recorded that more than one account holds the SPN.',
  ),
  failed(
    'ticket-issued',
    'rc4-disabled-etype',
    'A domain controller recorded that there is no encryption type in common.',
  ),
  failed(
    'encryption-type',
    'rc4-disabled-etype',
    'A domain controller recorded that there is no encryption type in common.',
  ),
  failed(
    'ticket-issued',
    'clock-skew',
    'A domain controller refused a ticket because of the clocks.',
  ),
  failed(
    'ticket-issued',
    'service-account-state',
    'A domain controller recorded that the account that holds the SPN is not usable.',
  ),
  CLOCKS,
  { ...CLOCKS, finding: OTHER_SERVICE },
  ...['ticket-issued', 'one-owner'].map((check): Settles => ({
    check,
    finding: USER_TO_USER,
    state: 'failed',
    says: 'A domain controller recorded that the name asked for is that of an account without an SPN.',
  })),
];
