/**
 * The encryption types on both sides, from two sources:
 *
 *     KDC 16       requested etypes 18 17, available etypes 23 -133      the client, and the keys of the account
 *     AD object    msDS-SupportedEncryptionTypes : 24                   what the account allows
 *     klist        KerbTicket Encryption Type: RSADSI RC4-HMAC(NT)      what the KDC made of it
 *
 * What is on all lists decides: keys are missing, or a setting forbids them. Can be wrong where the account was
 * changed in between. What an account without a setting gets depends on the updates of the domain controller.
 * Source: MS-KILE 2.2.7, 3.3.5.7; KB5073381.
 */
import { run, say, type Step } from '../../contract/step.ts';
import type { FactBase, Need } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { displayName, spelled } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { COMPARED } from '../../limits.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told, type Part } from '../../text/told.ts';
import { allowedTypes, ciphers, entriesOf, isStrong, passwordAge } from '../join/account-keys.ts';
import { rc4Phase } from '../join/rc4-phase.ts';
import { accountOfOwner, onlyHolderOf } from '../join/spn-holders.ts';
import type { Diagnosis, Rule } from '../rule.ts';
import { sentence } from './sentence.ts';

type Directory = FactOf<'directoryAccount'>;

const ID = 'case.encryption-types';
const OLDER = 'case.ticket-older-than-types';
const SAYS =
  'Client and account have no encryption type in common, or the account has no key for one.';

function ruleFor(need: Need, judge: (facts: FactBase) => Diagnosis[]): Rule {
  return {
    id: ID,
    says: SAYS,
    needs: [need, 'directoryAccount'],
    settles: [{ check: 'encryption-type', state: 'failed', says: SAYS }],
    judge: (facts) => judge(facts).slice(0, 1),
  };
}

export const encryptionTypes: readonly Rule[] = [
  ruleFor('keyMissing', (facts) =>
    facts
      .all('keyMissing')
      .slice(0, COMPARED)
      .flatMap((missing) =>
        entriesOf(missing.account, facts).map((entry) => missingKey(missing, entry)),
      ),
  ),
  ruleFor('ticket', (facts) =>
    facts
      .all('ticket')
      .filter(({ spn, seen }) => spn.service === 'HTTP' && seen !== 'sent')
      .slice(0, COMPARED)
      .flatMap(({ spn, etype, etypeAt, at }) => {
        const owner = onlyHolderOf(spn, facts);
        const entries = owner ? entriesOf(accountOfOwner(owner), facts) : [];
        return entries.flatMap((entry) =>
          ofTicket({ name: spelled(spn), etype, at: etypeAt ?? at, time: undefined }, entry, facts),
        );
      }),
  ),
  ruleFor('ticketIssued', (facts) =>
    facts
      .all('ticketIssued')
      .slice(0, COMPARED)
      .flatMap(({ owner, etype, etypeAt, at, time }) =>
        entriesOf(owner, facts).flatMap((entry) =>
          ofTicket({ name: owner?.written ?? '', etype, at: etypeAt ?? at, time }, entry, facts),
        ),
      ),
  ),
];

const placeOf = ({ places, at }: Directory): Span =>
  places['encryption-types'] ?? places['encryption-type-names'] ?? at;
const agePlaces = ({ places }: Directory): Span[] => {
  const at = places['password-set'];
  return at ? [at] : [];
};
const nameOf = ({ account }: Directory): string => (account ? displayName(account) : 'the account');

/** The three lists of a request that was refused: asked for, allowed, and keys. */
function missingKey(missing: FactOf<'keyMissing'>, entry: Directory): Diagnosis {
  const { requested, available, at } = missing;
  const allowed = allowedTypes(entry);
  const types = stated(allowed ? ciphers(allowed) : 'no types of its own', placeOf(entry));
  const keys = available.length > 0 ? ciphers(available) : 'keys that are not shown';
  const start = [
    `${nameOf(entry)} has `,
    stated(`keys for ${keys}`, at),
    ', allows ',
    types,
    `, and the client asked for ${requested.length > 0 ? ciphers(requested) : 'types that are not shown'}: `,
  ];
  const { why, next } = conclusion(missing, entry, allowed);
  return {
    severity: 'error',
    ...sentence([...start, why, '.']),
    article: 'rc4-disabled-etype',
    evidence: [at, placeOf(entry), ...agePlaces(entry)],
    caveat:
      'Only if the account was not changed between the two. The client may have asked again with another type.',
    next,
  };
}

function conclusion(
  { requested, available }: FactOf<'keyMissing'>,
  entry: Directory,
  allowed: readonly number[] | undefined,
): { why: Part; next: readonly Step[] } {
  const common = requested.filter((etype) => available.includes(etype));
  const hasAes = available.some(isStrong);
  if (common.length > 0 && allowed && !common.some((etype) => allowed.includes(etype))) {
    return { why: 'what both have in common, the account does not allow', next: allowAes(entry) };
  }
  if (!hasAes && requested.some(isStrong) && allowed && !allowed.some(isStrong)) {
    return { why: 'the account allows no AES and has no key for it', next: allowAes(entry) };
  }
  if (!hasAes && requested.some(isStrong)) {
    return {
      why: `the account has no AES key${passwordAge(entry)}`,
      next: [say('A new password makes AES keys:'), ...newPassword(entry)],
    };
  }
  if (hasAes && !requested.some(isStrong)) {
    return {
      why: 'the client offers no AES',
      next: [
        say('Give the client AES: its keytab, its krb5.conf, or the policy on encryption types.'),
      ],
    };
  }
  return { why: 'nothing is on all three lists', next: allowAes(entry) };
}

interface OfTicket {
  readonly name: string;
  readonly etype: number | undefined;
  readonly at: Span;
  readonly time: string | undefined;
}

/** A ticket against what its account allows; nothing where they agree. */
function ofTicket(ticket: OfTicket, entry: Directory, facts: FactBase): Diagnosis[] {
  const { etype, at, name, time } = ticket;
  const allowed = allowedTypes(entry);
  if (etype === undefined) return [];
  const type = stated(ciphers([etype]), at);
  const evidence = [at, placeOf(entry), ...agePlaces(entry)];
  const base = { article: 'rc4-disabled-etype', evidence } as const;
  const place = stated(allowed ? ciphers(allowed) : 'no types of its own', placeOf(entry));
  if (isStrong(etype)) {
    if (!allowed || allowed.includes(etype)) return [];
    return [
      {
        ...base,
        id: OLDER,
        severity: 'warning',
        ...told`The ticket for ${name} is encrypted with ${type}, and ${nameOf(entry)} allows ${place}: the ticket is older than that setting, so the next one will be another.`,
        caveat: 'Only if both are of the same account.',
        next: [run('client', command`klist purge`)],
      },
    ];
  }
  const phase = rc4Phase(facts, [time]);
  const why = weakBecause(entry, allowed);
  return [
    {
      ...base,
      severity: 'warning',
      ...told`The ticket for ${name} is encrypted with ${type}, and ${nameOf(entry)} allows ${place}: ${why}.`,
      evidence: [...evidence, ...(phase.at ? [phase.at] : [])],
      caveat: `${phase.says} A ticket with RC4 alone causes no 401 while both sides accept it.`,
      next: [
        ...(allowed && !allowed.some(isStrong) ? allowAes(entry) : newPassword(entry)),
        run('client', command`klist purge`),
      ],
    },
  ];
}

function weakBecause(entry: Directory, allowed: readonly number[] | undefined): string {
  if (allowed && !allowed.some(isStrong)) return 'the setting of the account is the reason';
  const keys = `the account has no AES key${passwordAge(entry)}`;
  return allowed
    ? `the ticket is older than that setting, or ${keys}`
    : `the default of the domain controller was RC4, or ${keys}`;
}

function newPassword(entry: Directory): Step[] {
  const account = entry.account?.form === 'sam' ? entry.account.name : undefined;
  return [
    run('domain-controller', command`Set-ADAccountPassword ${[account, 'ACCOUNT']} -Reset`),
    say(
      'Enter the same password in the application pool in the same minute, if a pool runs as it.',
    ),
  ];
}

function allowAes(entry: Directory): Step[] {
  const account = entry.account?.form === 'sam' ? entry.account.name : undefined;
  return [
    run(
      'domain-controller',
      command`Set-ADUser ${[account, 'ACCOUNT']} -KerberosEncryptionType AES128, AES256`,
    ),
    ...newPassword(entry),
  ];
}
