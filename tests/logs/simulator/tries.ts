/** A visit as the tries that it is made of: each goes on until a result, or is left alone. */
import type { Outcome } from '../../../src/core/contract/decoded.ts';
import { CODES } from './directory.ts';
import type { Row } from './row.ts';
import type { Event, Met, Visit } from './visit.ts';

/** How a try ends. */
export type Ending = Outcome | 'wrong-password' | 'in' | 'silence';

export interface Try {
  readonly ending: Ending;
  /** Its 401s. */
  readonly met: readonly Met[];
  /** The row that ended it; for silence the last 401. */
  readonly last: Row;
  /** Somebody gave a password after its first 401. */
  readonly isAsked: boolean;
}

const BY_CODE: ReadonlyMap<number, Outcome> = new Map<number, Outcome>([
  [CODES.locked, 'account-state'],
  [CODES.expired, 'account-state'],
  [CODES.disabled, 'account-state'],
  [CODES.accountExpired, 'account-state'],
  [CODES.mustChange, 'account-state'],
  [CODES.logonType, 'logon-right'],
  [CODES.badBindings, 'channel-binding'],
  [CODES.invalidToken, 'broken-handshake'],
  [CODES.noPackage, 'broken-handshake'],
  [CODES.wrongPrincipal, 'broken-handshake'],
  [CODES.timeSkew, 'broken-handshake'],
  [CODES.noLogonServers, 'unclassified'],
]);

/** The tries of a visit; none when it met no 401. */
export function triesOf({ events }: Visit): Try[] {
  const tries: Try[] = [];
  let from = 0;
  for (const [at, event] of events.entries()) {
    const ending = endingOf(event);
    if (!ending && at < events.length - 1) continue;
    const made = tryOf(events.slice(from, at + 1), ending ?? 'silence');
    if (made) tries.push(made);
    from = at + 1;
  }
  return tries;
}

function tryOf(events: readonly Event[], ending: Ending): Try | undefined {
  const met = events.filter((event) => event.kind === 'refused');
  const end = events.at(-1);
  const last = end && end.kind !== 'answered' ? end.row : met.at(-1)?.row;
  if (!last) return undefined;
  const first = events.findIndex(({ kind }) => kind === 'refused');
  const isAsked = first >= 0 && events.slice(first).some(({ kind }) => kind === 'answered');
  return { ending, met, last, isAsked };
}

/** What ends with this event; undefined for a challenge, the middle of a handshake and a prompt. */
function endingOf(event: Event): Ending | undefined {
  if (event.kind === 'in') return 'in';
  if (event.kind === 'answered') return undefined;
  switch (event.refused) {
    case 'challenge':
    case 'handshake':
      return undefined;
    case 'logon':
      return BY_CODE.get(event.row.win32) ?? 'wrong-password';
    case 'acl':
      return 'acl-denied';
    case 'cgi':
      return 'filter-or-handler';
    case 'rule':
      return 'authorization-rule';
    case 'application':
      return 'application';
  }
}
