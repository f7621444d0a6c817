/** Whether the account that decrypts is the one that holds the SPN. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import {
  bareName,
  compareAccounts,
  compareDomains,
  isComputerLike,
  type Account,
} from '../../facts/names.ts';
import type { Decrypting } from './decrypting-account.ts';

export interface Answer {
  readonly can: 'yes' | 'no' | 'unknown';
  /** What could make it wrong, and how to settle it. */
  readonly caveat?: string;
}

type SpnOwner = FactOf<'spnOwner'>;

/** Compares the two accounts; `unknown` where names alone do not tell. */
export function canDecrypt(owner: SpnOwner, by: Decrypting, facts: FactBase): Answer {
  if (by.as === 'none') return { can: 'no' };
  if (by.as === 'computer') return computerHolds(owner, facts);
  return by.account ? accountHolds(owner, by.account) : { can: 'unknown' };
}

/** The computer that the site is on may not be known: its name in NTLM or in the URL may tell. */
function computerHolds({ account, isComputer, spn }: SpnOwner, facts: FactBase): Answer {
  const isUser = isComputer === false || (account.form === 'sam' && !isComputerLike(account));
  if (isComputer !== true) return { can: isUser ? 'no' : 'unknown' };
  const servers = facts.tokens.flatMap(({ ntlm }) => {
    const { MsvAvNbComputerName } = (ntlm?.type === 2 ? ntlm.targetInfo : undefined) ?? {};
    return MsvAvNbComputerName ? [MsvAvNbComputerName.toLowerCase()] : [];
  });
  const name = bareName(account);
  if (servers.length > 0) {
    if (servers.includes(name)) return { can: 'yes' };
    const caveat =
      'The name of the server is from its NTLM challenge; behind a load balancer another server may have sent it.';
    return { can: 'no', caveat };
  }
  if (spn.host.split('.')[0] !== name) return { can: 'unknown' };
  return { can: 'yes', caveat: 'Only if the site is on the computer that has this name.' };
}

function accountHolds({ account, isComputer, logon }: SpnOwner, pool: Account): Answer {
  if (isComputer === true) return { can: 'no' };
  const owner = logon ?? account;
  const compared = compareAccounts(pool, owner);
  if (compared === 'different') return { can: 'no' };
  if (compared === 'same') return { can: 'yes' };
  if (bareName(pool) !== bareName(owner)) {
    // A common name need not be the logon name, so the names do not prove two accounts.
    const caveat =
      'setspn shows the common name of the owner, which can differ from its logon name: if setspn -L with the logon name of the pool identity lists the SPN, both are one account.';
    return { can: 'no', caveat };
  }
  return { can: 'yes', ...sameDomain(pool, owner) };
}

/** `CONTOSO` and `contoso.com` go together by convention; other pairs are for a person to judge. */
function sameDomain(a: Account, b: Account): { caveat?: string } {
  const first = (name = '') => name.split('.')[0] ?? '';
  const known = compareDomains(a.domain, b.domain) === 'same';
  if (known || (a.domain && b.domain && first(a.domain) === first(b.domain))) return {};
  return { caveat: 'Only if both names are of the same domain.' };
}
