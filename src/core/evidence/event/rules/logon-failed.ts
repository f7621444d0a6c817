/**
 * A logon that was refused, with the reason that the computer recorded (4625, and 529 to 539 of old):
 *
 *     Status:        0xC000006D
 *     Sub Status:    0xC000006A        the reason, where Status only sums up
 *     Logon Type:    3                 Windows authentication; 8 is Basic
 *
 * The status is certain. Can be wrong about the site when the event is of another service: other logon
 * types than 3 and 8 are not those of a request with Windows or Basic authentication.
 */
import type { Diagnosis, Rule, Settles } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { stated, told } from '../../../text/told.ts';
import { caveatOf } from './logon-caveats.ts';
import { codeOf, logonReason, LOGON_FAILURE } from './logon-statuses.ts';
import { isLoopbackLogon } from './loopback-logon.ts';
import { protocolOf } from './logon-protocol.ts';
import { fromOf, grouped, MOST, nameOf, placesOf, times } from './words.ts';

type Failed = FactOf<'logonFailed'>;

const ID = 'event.logon-failed';
/** The same with a protocol, which settles what the client sent. */
const KERBEROS = 'event.logon-failed-kerberos';
const NTLM = 'event.logon-failed-ntlm';

const BY_REASON: readonly Omit<Settles, 'finding'>[] = [
  {
    check: 'domain-controller',
    article: 'dc-reachability',
    state: 'failed',
    says: 'The server recorded that no domain controller answered.',
  },
  {
    check: 'clocks',
    article: 'clock-skew',
    state: 'failed',
    says: 'The server recorded that its clock and that of the domain controller differ.',
  },
  {
    check: 'trusted-domains',
    article: 'secure-channel-broken',
    state: 'failed',
    says: 'The server recorded that its trust with the domain does not work.',
  },
  {
    check: 'nothing-between',
    article: 'extended-protection-401',
    state: 'failed',
    says: 'The server recorded a channel binding that is not the one of its TLS connection.',
  },
];

export const logonFailed: Rule = {
  id: ID,
  says: 'The server recorded why a logon was refused.',
  needs: ['logonFailed'],
  settles: [
    ...[ID, KERBEROS, NTLM].flatMap((finding) => BY_REASON.map((one) => ({ ...one, finding }))),
    {
      check: 'client-sent',
      finding: KERBEROS,
      state: 'passed',
      says: 'The server recorded a network logon with Kerberos that it refused.',
    },
    {
      check: 'client-sent',
      finding: NTLM,
      state: 'failed',
      says: 'The server recorded a network logon with NTLM that it refused.',
    },
  ],
  judge: (facts: FactBase) =>
    grouped(
      facts.all('logonFailed').filter((one) => !isLoopbackLogon(one)),
      (one) => `${codeOf(one) ?? ''} ${one.account?.written ?? ''} ${protocolOf(one) ?? ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function diagnose(group: readonly [Failed, ...Failed[]]): Diagnosis {
  const [first] = group;
  const { account, at, logonType } = first;
  const who = nameOf(account, 'Somebody');
  const protocol = protocolOf(first);
  const code = codeOf(first);
  const id = protocol === 'Kerberos' ? KERBEROS : protocol === 'NTLM' ? NTLM : ID;
  const using = protocol === undefined ? '' : ` with ${protocol}`;
  const shown = { id, evidence: placesOf(group), ...caveatOf(first) };
  if (code === undefined)
    return { ...shown, ...unknown(first, `${who}${fromOf(first)}${times(group)}`) };
  const { name, article, because, next } = logonReason(code, account);
  return {
    ...shown,
    severity: logonType === undefined || logonType === 3 || logonType === 8 ? 'error' : 'warning',
    ...told`${who} could not log on${using}${fromOf(first)}${times(group)}: ${because} (${stated(name, at)}).`,
    article: code === LOGON_FAILURE && protocol === 'NTLM' ? '401-1-bad-credentials' : article,
    next,
  };
}

function unknown({ at }: Failed, who: string): Omit<Diagnosis, 'id' | 'evidence'> {
  return {
    severity: 'warning',
    ...told`${stated(who, at)} could not log on; the reason is in the lines Status and Sub Status, which are not in this paste.`,
    article: '401-1-bad-credentials',
    next: [say('Copy the whole event: in Event Viewer, Copy, or the tab Details with XML View.')],
  };
}
