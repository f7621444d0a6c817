/** Where the evidence shows that NTLM was used, or that a client did not answer an offer. */
import type { LogEntry, Outcome } from '../../../contract/decoded.ts';
import { fromClient, userOf } from '../../../evidence/token/rules/words.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { accountOf, isAddress, type Account } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { stated, type Part } from '../../../text/told.ts';

/** What two pieces of evidence are compared by, as far as each shows it. */
export interface Party {
  readonly account?: Account;
  /** Address of the client. */
  readonly address?: string;
  readonly host?: string;
  readonly time?: string;
}

export interface NtlmUse extends Party {
  readonly by: 'log' | 'token' | 'logon' | 'trace' | 'session' | 'packet';
  readonly at: Span;
  /** A clause: `the log shows NTLM from 192.0.2.17`. */
  readonly says: readonly Part[];
  /** True where no credentials came at all: 401.2 only. */
  readonly isUnanswered?: true;
}

/** Two legs, 401.1 with 2148074254 in the middle of the handshake and then a name; 401.2 and nothing else. */
const NTLM: Outcome = 'accepted-two-legs';
const UNANSWERED: Outcome = 'never-answered';

/** Everything in the case that shows NTLM, the most telling first. */
export function ntlmUses(facts: FactBase): NtlmUse[] {
  return [...inTokens(facts), ...inLogons(facts), ...inLog(facts), ...elsewhere(facts)];
}

function inLog({ log }: FactBase): NtlmUse[] {
  if (!log) return [];
  return [NTLM, UNANSWERED].flatMap((wanted) =>
    log.sequences
      .filter(({ outcome }) => outcome === wanted)
      .flatMap(({ example }): NtlmUse[] => {
        const rows = example.flatMap((index) => log.entries[index] ?? []);
        const last = rows.at(-1);
        return last ? [{ by: 'log', ...partyOf(last), ...clauseOf(last, wanted) }] : [];
      }),
  );
}

function clauseOf(
  { clientIp, at }: LogEntry,
  outcome: Outcome,
): Pick<NtlmUse, 'at' | 'says' | 'isUnanswered'> {
  const isUnanswered = outcome === UNANSWERED;
  const what = stated(isUnanswered ? '401.2 and no credentials' : 'NTLM', at);
  const says = ['the log shows ', what, clientIp === undefined ? '' : ` from ${clientIp}`];
  return { at, says, ...(isUnanswered && { isUnanswered }) };
}

/** Who sent a row, as far as it says. */
export function partyOf({ clientIp, user, time, fields }: LogEntry): Party {
  const host = fields.find(({ name }) => /^cs-host$|^cs\(host\)$/i.test(name))?.value;
  return {
    ...(clientIp !== undefined && { address: clientIp }),
    ...(user !== undefined && user !== '-' && { account: accountOf(user) }),
    ...(time !== undefined && { time }),
    ...(host !== undefined && host !== '-' && { host: host.toLowerCase() }),
  };
}

function inTokens(facts: FactBase): NtlmUse[] {
  const token = facts.tokens.find((one) => one.ntlm !== undefined && fromClient(one));
  if (!token) return [];
  const user = userOf(token);
  const request = facts.messages.find(
    ({ at, direction }) =>
      direction === 'request' &&
      at.source === token.at.source &&
      at.start <= token.at.start &&
      token.at.end <= at.end,
  );
  const host = request?.host?.toLowerCase().replace(/:\d+$/, '');
  return [
    {
      by: 'token',
      at: token.at,
      says: ['the client sent ', stated('NTLM', token.at), host === undefined ? '' : ` to ${host}`],
      ...(user !== undefined && { account: accountOf(user) }),
      ...(host !== undefined && !isAddress(host) && { host }),
    },
  ];
}

function inLogons(facts: FactBase): NtlmUse[] {
  const logons = [...facts.all('logon'), ...facts.all('logonFailed')].filter(
    ({ logonType, lmPackage, package: name, account }) =>
      logonType === 3 &&
      (/^NTLM/i.test(lmPackage ?? '') || /^NTLM$/i.test(name ?? '')) &&
      account?.name !== 'anonymous logon',
  );
  return logons.slice(0, 1).map(({ event, account, address, time, at }) => ({
    by: 'logon',
    at,
    says: [
      `event ${event} shows `,
      stated('NTLM', at),
      account === undefined ? '' : ` of ${account.written}`,
    ],
    ...(account && { account }),
    ...(address !== undefined && { address }),
    ...(time !== undefined && { time }),
  }));
}

function elsewhere(facts: FactBase): NtlmUse[] {
  const traced = facts.all('tracedLogon').filter(({ isNtlm }) => isNtlm === true);
  const sessions = facts
    .all('accessToken')
    .filter(({ authentication, logon }) => authentication === 'NTLM' && logon !== 'interactive');
  const packets = facts.all('listedNtlm');
  return [
    ...traced.slice(0, 1).map(({ at, user }) => ({
      by: 'trace' as const,
      at,
      says: ['the trace shows ', stated('NTLM', at)],
      ...(user && { account: user }),
    })),
    ...sessions.slice(0, 1).map(({ at, account }) => ({
      by: 'session' as const,
      at,
      says: ['the session of whoami was made with ', stated('NTLM', at)],
      ...(account && { account }),
    })),
    ...packets.slice(0, 1).map(({ at, user }) => ({
      by: 'packet' as const,
      at,
      says: ['the capture shows ', stated('NTLM', at)],
      ...(user !== undefined && { account: accountOf(user) }),
    })),
  ];
}
