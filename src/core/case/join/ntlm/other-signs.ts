/** Reasons for NTLM that no source gives in so many words: an address, one computer, a local account, no ticket. */
import type { FactBase } from '../../../facts/fact-base.ts';
import { compareHosts, isAddress, withoutPort, type Account } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { stated, type Part } from '../../../text/told.ts';
import { refusedOnServer } from '../own-requests.ts';
import type { NtlmSign } from './sign.ts';
import { reasonByKey } from './table.ts';

export function otherSigns(facts: FactBase): NtlmSign[] {
  return [...addresses(facts), ...ownRows(facts), ...localAccounts(facts), ...noTickets(facts)];
}

function sign(key: string, at: Span, ...says: readonly Part[]): NtlmSign[] {
  const reason = reasonByKey(key);
  return reason ? [{ by: 'observed', reason, at, says }] : [];
}

/** Requests for an address; none where another one names a host. */
function addresses({ messages }: FactBase): NtlmSign[] {
  const requests = messages.flatMap(({ direction, host, at }) =>
    direction === 'request' && host !== undefined ? [{ host: withoutPort(host), at }] : [],
  );
  const [first] = requests;
  return first && requests.every(({ host }) => isAddress(host))
    ? sign('address', first.at, 'the request is for ', stated(first.host, first.at))
    : [];
}

function ownRows(facts: FactBase): NtlmSign[] {
  const [row] = refusedOnServer(facts);
  return row
    ? sign(
        'loopback',
        row.at,
        'the client address ',
        stated(row.clientIp ?? '', row.at),
        ' is that of the server',
      )
    : [];
}

/** `WEB01\alex` on WEB01, or the name of the client's own computer. */
function localAccounts(facts: FactBase): NtlmSign[] {
  const logons = [...facts.all('logon'), ...facts.all('logonFailed')];
  const local = logons.find(
    ({ account, computer, workstation }) => isOf(account, computer) || isOf(account, workstation),
  );
  return local
    ? sign(
        'local',
        local.at,
        'the account ',
        stated(local.account?.written ?? '', local.at),
        ' is one of that computer',
      )
    : [];
}

const isOf = (account: Account | undefined, computer: string | undefined): boolean =>
  account?.domain !== undefined &&
  computer !== undefined &&
  compareHosts(account.domain, computer) !== 'different';

/** A session that was signed in with NTLM, or one whose whole cache is empty. */
function noTickets(facts: FactBase): NtlmSign[] {
  const session = facts
    .all('accessToken')
    .find(({ authentication, logon }) => authentication === 'NTLM' && logon === 'interactive');
  if (session) {
    return sign(
      'no-tgt',
      session.at,
      'the session of the user was ',
      stated('signed in with NTLM', session.at),
    );
  }
  const caches = facts.all('ticketCache');
  const [empty] = caches;
  return empty && caches.every(({ count, isComplete }) => count === 0 && isComplete)
    ? sign('no-tgt', empty.at, 'klist lists ', stated('no ticket at all', empty.at))
    : [];
}
