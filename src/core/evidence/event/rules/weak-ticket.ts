/**
 * A domain controller refused a ticket with RC4, or would (Kdcsvc 201 to 209, since the updates of January
 * 2026): the client offers no AES, or the account has no AES keys. 205 says that the registry of the domain
 * controller lets weak types in.
 * Source: KB 5073381.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, nameOf, placesOf, showKeys, times } from './words.ts';

type Weak = FactOf<'weakTicket'>;

const BLOCKED = 'event.weak-ticket-blocked';
const POLICY = 'event.weak-types-allowed';

export const weakTicket: Rule = {
  id: 'event.weak-ticket',
  says: 'A domain controller recorded the use of RC4.',
  needs: ['weakTicket'],
  settles: [
    {
      check: 'encryption-type',
      state: 'failed',
      says: 'A domain controller recorded RC4 that it will refuse.',
    },
    {
      check: 'encryption-type',
      finding: BLOCKED,
      state: 'failed',
      says: 'A domain controller recorded that it refused a ticket for want of AES.',
    },
    {
      check: 'ticket-issued',
      finding: BLOCKED,
      state: 'failed',
      says: 'A domain controller recorded that it refused a ticket for want of AES.',
    },
  ],
  judge: (facts) =>
    grouped(
      facts.all('weakTicket'),
      ({ event, service, spn, client }) =>
        `${event} ${service?.written ?? (spn ? spelled(spn) : '')} ${client?.written ?? ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Weak, ...Weak[]]): Diagnosis {
  const [{ isBlocked, lacks, client, service, spn, at }] = group;
  const base = { article: 'rc4-disabled-etype', evidence: placesOf(group) } as const;
  if (lacks === 'policy') {
    return {
      ...base,
      id: POLICY,
      severity: 'warning',
      ...told`The registry of this domain controller ${stated('lets weak encryption types in', at)} (DefaultDomainSupportedEncTypes)${times(group)}, so accounts without a setting of their own still get RC4.`,
      next: [
        run(
          'domain-controller',
          command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\KDC /v DefaultDomainSupportedEncTypes`,
        ),
        say('Find out who needs it, then remove the value.'),
      ],
    };
  }
  const name = spn ? spelled(spn) : nameOf(service, 'a service');
  const what = isBlocked ? 'refused' : 'issued with RC4, and will refuse,';
  const why =
    lacks === 'client'
      ? `${nameOf(client, 'the client')} offers no AES`
      : `the account has no AES keys`;
  return {
    ...base,
    ...(isBlocked && { id: BLOCKED }),
    severity: isBlocked ? 'error' : 'warning',
    ...told`The domain controller ${what} a ticket for ${stated(name, at)}${times(group)}: ${why}.`,
    next: stepsFor(lacks, service),
  };
}

function stepsFor(lacks: Weak['lacks'], service: Weak['service'] | undefined): Step[] {
  return lacks === 'client'
    ? [
        say(
          'Give the client AES: its keytab, its krb5.conf, or the policy "Configure encryption types allowed for Kerberos".',
        ),
      ]
    : [
        showKeys(service),
        say(
          'Give the account a new password, so that it has AES keys, and allow AES in msDS-SupportedEncryptionTypes.',
        ),
      ];
}
