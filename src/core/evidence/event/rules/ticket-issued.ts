/**
 * A domain controller issued a service ticket (4769 with Failure Code 0x0):
 *
 *     Service Name:             svc-portal      the account that holds the SPN
 *     Ticket Encryption Type:   0x17            RC4: that is the type of its key
 *
 * Certain about the ticket. The event does not name the SPN, so whether it was for the site is for a
 * person to tell: compare the service name with the account that decrypts.
 */
import { ENCRYPTION_TYPES } from '../../../codes/etypes.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { fromOf, grouped, MOST, nameOf, placesOf, setspnName, times } from './words.ts';

type Issued = FactOf<'ticketIssued'>;

const ID = 'event.ticket-issued';
const WEAK = 'event.ticket-issued-weak';
/** A ticket for the KDC itself: a renewal, or a way to another domain. */
const TGT = 'event.ticket-issued-krbtgt';

const ISSUED = 'A domain controller recorded that it issued a service ticket.';

export const ticketIssued: Rule = {
  id: ID,
  says: 'A domain controller recorded that it issued a service ticket.',
  needs: ['ticketIssued'],
  settles: [
    { check: 'ticket-issued', state: 'passed', says: ISSUED },
    { check: 'ticket-issued', finding: WEAK, state: 'passed', says: ISSUED },
    {
      check: 'encryption-type',
      state: 'passed',
      says: 'A domain controller recorded a service ticket with AES.',
    },
    {
      check: 'encryption-type',
      finding: WEAK,
      state: 'failed',
      says: 'A domain controller recorded a service ticket with RC4 or DES.',
    },
    ...[ID, WEAK].map((finding) => ({
      check: 'one-owner',
      finding,
      state: 'known' as const,
      says: 'The service name of the event is the account that holds the SPN which the client asked for.',
    })),
  ],
  judge: (facts) =>
    grouped(
      facts.all('ticketIssued'),
      ({ owner, etype }) => `${owner?.written ?? ''} ${etype ?? ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Issued, ...Issued[]]): Diagnosis {
  const [first] = group;
  const { owner, client, etype, etypeAt, at } = first;
  const known = etype === undefined ? undefined : ENCRYPTION_TYPES[etype];
  const isTgt = owner?.name === 'krbtgt';
  const isWeak = !isTgt && known !== undefined && known.strength !== 'good';
  const name = stated(nameOf(owner, 'the service'), at);
  const type = known ? stated(known.name, etypeAt ?? at) : 'a type that the event does not show';
  const who = `${nameOf(client, 'the client')}${fromOf(first)}`;
  const base = { evidence: placesOf(group, etypeAt) };
  if (isTgt) {
    return {
      ...base,
      id: TGT,
      severity: 'info',
      ...told`The domain controller issued a ticket for ${name} to ${who}${times(group)}: a ticket-granting ticket, and none for a site.`,
      article: 'events-security',
    };
  }
  return {
    ...base,
    ...(isWeak ? { id: WEAK, severity: 'warning' } : { severity: 'ok' }),
    ...told`The domain controller issued a ticket for a service of ${name} to ${who}${times(group)}, encrypted with ${type}.${isWeak ? ' Updated domain controllers no longer use it by default.' : ' The ticket exists; what happens next is between client and server.'}`,
    article: isWeak ? 'rc4-disabled-etype' : 'spn-identity-match',
    caveat:
      'The event names the account that holds the SPN, and not the SPN. Compare it with the account that decrypts on the web server.',
    next: [
      run('anywhere', command`setspn -L ${[setspnName(owner), 'ACCOUNT']}`),
      ...(isWeak
        ? [
            say(
              'Allow AES in msDS-SupportedEncryptionTypes of that account, and change its password if it is older than its AES keys.',
            ),
          ]
        : []),
    ],
  };
}
