/** What has been read so far of one output about a session. */
import type { Fact, FactTypes } from '../../facts/fact.ts';
import type { Account } from '../../facts/names.ts';
import { cover, type Span } from '../../facts/span.ts';
import type { LinePart } from '../../text/line-parts.ts';
import { isBuiltIn } from './built-in.ts';

export interface Session {
  account?: Account;
  /** SID of the user. */
  user?: string;
  readonly sids: Set<string>;
  readonly privileges: Set<string>;
  readonly places: Span[];
  /** The place that says how the session was authenticated. */
  authenticatedAt?: Span;
  authentication?: NonNullable<FactTypes['accessToken']['authentication']>;
  /** Groups that are listed by name or by number only. */
  named?: { count: number; isComplete: boolean };
}

export interface Sessions {
  readonly facts: Fact[];
  readonly claimed: Span[];
  session: Session;
  /** True below a whoami command, where labels may stand before a SID. */
  isWhoami: boolean;
  /** True directly below `whoami` without a switch. */
  isAlone: boolean;
  /** True below a command that counts groups. */
  isCounted: boolean;
}

export type Part = LinePart<Sessions>;

export const emptySession = (): Session => ({ sids: new Set(), privileges: new Set(), places: [] });

/** States what is known of the session, and begins another one. */
export function closeSession(sessions: Sessions): void {
  const { session, facts } = sessions;
  sessions.session = emptySession();
  const { account, authentication, authenticatedAt, places, privileges } = session;
  const at = authenticatedAt ?? cover(places);
  if (!at) return;
  const groups = domainGroups(session);
  if (!isTelling(session)) return;
  const logon = logonOf(session.sids);
  const isOwn = /^S-1-5-(?:18|19|20|80-|82-)/.test(session.user ?? '');
  const isPool = account !== undefined && isBuiltIn(account);
  facts.push({
    kind: 'accessToken',
    at,
    ...(account && { account }),
    ...(authentication && { authentication }),
    ...(groups && { groups }),
    ...(privileges.size > 0 && { privileges: [...privileges] }),
    ...elevation(session.sids),
    ...(logon && { logon }),
    ...((isOwn || isPool) && { isBuiltIn: true }),
  });
}

/** One row is a list only where it says something by itself. */
function isTelling({ account, authentication, sids, privileges, named }: Session): boolean {
  return (account ?? authentication ?? named) !== undefined || sids.size + privileges.size > 2;
}

function elevation(sids: ReadonlySet<string>): { isElevated?: boolean } {
  const [label] = [...sids].filter((sid) => sid.startsWith('S-1-16-'));
  return label === undefined ? {} : { isElevated: Number(label.slice(7)) >= HIGH };
}

/** Mandatory level "high" (MS-DTYP 2.4.2.4, ML_HIGH). */
const HIGH = 12_288;

function logonOf(sids: ReadonlySet<string>): FactTypes['accessToken']['logon'] {
  if (sids.has('S-1-5-2')) return 'network';
  if (sids.has('S-1-5-4') || sids.has('S-1-5-14')) return 'interactive';
  if (sids.has('S-1-5-3')) return 'batch';
  return sids.has('S-1-5-6') ? 'service' : undefined;
}

/** S-1-5-21, three numbers of the domain, and that of the account. */
const OF_DOMAIN = /^(S-1-5-21(?:-\d{1,10}){3})-(\d{1,10})$/;

function domainGroups({ sids, user, named }: Session): FactTypes['accessToken']['groups'] {
  if (named) return { count: named.count, long: 0, isComplete: named.isComplete };
  const domains = [...sids].flatMap((sid) =>
    sid === user ? [] : (OF_DOMAIN.exec(sid)?.[1] ?? []),
  );
  if (domains.length === 0) return undefined;
  const own = OF_DOMAIN.exec(user ?? '')?.[1] ?? mostFrequent(domains);
  // The list begins with Everyone and ends with the mandatory level.
  const isComplete = sids.has('S-1-1-0') && [...sids].some((sid) => sid.startsWith('S-1-16-'));
  const long = domains.filter((domain) => domain !== own).length;
  return { count: domains.length, long, isComplete };
}

function mostFrequent(domains: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const domain of domains) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
