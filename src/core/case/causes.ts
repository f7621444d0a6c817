/**
 * The causes of a refused logon that people ask about first, each against the whole evidence: disproved, with
 * the places that do so, or open, with the kinds of evidence that would decide. A check that passed disproves its
 * cause; one that failed is the cause, which a finding tells.
 */
import type { Considered, Kind } from '../contract/decoded.ts';
import type { FactBase } from '../facts/fact-base.ts';
import type { Span } from '../facts/span.ts';
import type { Settled } from './check-results.ts';
import {
  disprovedPassword,
  domainChecksLogons,
  refusedByIis,
  showsBadBinding,
} from './join/disproved.ts';
import { refusedPasswords } from './join/refused-passwords.ts';

interface Cause {
  /** Id among what was considered. */
  readonly rule: string;
  /** A sentence without names. */
  readonly says: string;
  /** Any of them passed disproves it; failed, it is a finding. */
  readonly checks: readonly string[];
  /** A check that disproves it when it passes, and is another cause when it fails. */
  readonly onlyPassed?: string;
  /** True where the evidence shows it, without a check of its own. */
  readonly isShown?: (facts: FactBase) => boolean;
  /** Rules whose being ruled out says the same. */
  readonly covers?: readonly string[];
  /** Kinds of evidence that decide it. */
  readonly missing: readonly Kind[];
  /** What else disproves it. */
  readonly disproof?: (facts: FactBase) => Span[];
}

const CAUSES: readonly Cause[] = [
  {
    rule: 'cause.spn-missing',
    says: 'No account holds the SPN.',
    checks: ['ticket-issued', 'one-owner'],
    missing: ['setspn', 'klist', 'event'],
  },
  {
    rule: 'cause.spn-duplicate',
    says: 'More than one account holds the SPN.',
    checks: ['one-owner', 'ticket-issued'],
    missing: ['setspn'],
  },
  {
    rule: 'cause.wrong-owner',
    says: 'The SPN is on another account than the one that decrypts.',
    checks: ['decrypting-account'],
    covers: ['case.other-account-decrypts'],
    missing: ['setspn', 'config'],
  },
  {
    rule: 'cause.clocks',
    says: 'The clocks differ by more than Kerberos allows.',
    checks: ['clocks'],
    covers: ['case.clock-skew'],
    missing: ['w32tm'],
  },
  {
    rule: 'cause.encryption-types',
    says: 'Client, domain controller and account have no encryption type in common.',
    checks: ['encryption-type'],
    covers: ['klist.rc4-ticket'],
    missing: ['klist', 'ad-object'],
  },
  {
    rule: 'cause.dns',
    says: 'The name in the URL is an alias, or leads to another computer.',
    checks: ['alias'],
    covers: ['case.alias', 'dns.alias', 'case.stale-dns'],
    missing: ['dns'],
  },
  {
    rule: 'cause.channel-binding',
    says: 'Extended Protection refuses the channel binding.',
    checks: [],
    isShown: showsBadBinding,
    covers: ['config.extended-protection', 'case.channel-binding'],
    missing: ['config', 'event'],
  },
  {
    rule: 'cause.secure-channel',
    says: 'The secure channel of the server to its domain is broken.',
    checks: ['trusted-domains'],
    missing: ['nltest'],
    disproof: domainChecksLogons,
  },
  {
    rule: 'cause.password',
    says: 'The name or the password is wrong.',
    checks: [],
    onlyPassed: 'client-sent',
    isShown: (facts) =>
      refusedPasswords(facts).length > 0 &&
      disprovedPassword(facts).length === 0 &&
      !facts.has('secureChannel'),
    missing: ['event'],
    disproof: disprovedPassword,
  },
  {
    rule: 'cause.loopback',
    says: 'Client and server are one computer, and the loopback check refuses NTLM.',
    checks: ['two-machines'],
    covers: ['case.loopback', 'case.client-on-server'],
    missing: ['log', 'event'],
  },
  {
    rule: 'cause.delegation',
    says: 'The site may not go on to another server as the user (second hop).',
    checks: ['second-hop'],
    covers: ['case.second-hop'],
    missing: ['log', 'klist'],
    disproof: refusedByIis,
  },
];

/** What is known of the logon itself: without that, nothing is considered. */
const ATTEMPT: readonly Kind[] = [
  'log',
  'token',
  'http',
  'har',
  'saz',
  'netlog',
  'capture',
  'event',
  'klist',
  'freb',
  'error-page',
];

/** Of a case with several kinds of evidence, one of which is about the logon; `before` is ruled out already. */
export function consideredCauses(
  settled: readonly Settled[],
  facts: FactBase,
  before: readonly Considered[],
): { ruledOut: Considered[]; undecided: Considered[] } {
  const ruledOut: Considered[] = [];
  const undecided: Considered[] = [];
  const isCase = facts.kinds.filter((kind) => kind !== 'unknown').length > 1;
  if (!isCase || !facts.kinds.some((kind) => ATTEMPT.includes(kind)))
    return { ruledOut, undecided };
  for (const cause of CAUSES) {
    const { rule, says, covers = [] } = cause;
    if (isFound(cause, settled, facts) || before.some((one) => covers.includes(one.rule))) continue;
    const evidence = disproofOf(cause, settled, facts);
    if (evidence.length > 0) ruledOut.push({ rule, says, evidence });
    else undecided.push({ rule, says, evidence: [], missing: wanted(cause, facts) });
  }
  return { ruledOut, undecided };
}

function isFound(
  { checks, isShown }: Cause,
  settled: readonly Settled[],
  facts: FactBase,
): boolean {
  const failed = settled.some(({ check, state }) => state === 'failed' && checks.includes(check));
  return failed || (isShown?.(facts) ?? false);
}

function disproofOf(
  { checks, onlyPassed, disproof }: Cause,
  settled: readonly Settled[],
  facts: FactBase,
): Span[] {
  const passed = settled
    .filter(
      ({ state, check }) => state === 'passed' && (checks.includes(check) || check === onlyPassed),
    )
    .flatMap(({ evidence }) => evidence);
  return distinct([...passed, ...(disproof?.(facts) ?? [])]);
}

/** What is not there yet; where all of it is, more of the same. */
function wanted({ missing }: Cause, { kinds }: FactBase): readonly Kind[] {
  const absent = missing.filter((kind) => !kinds.includes(kind));
  return absent.length > 0 ? absent : missing;
}

function distinct(places: readonly Span[]): Span[] {
  const keys = new Map(places.map((at) => [`${at.source ?? ''} ${at.start} ${at.end}`, at]));
  return [...keys.values()];
}
