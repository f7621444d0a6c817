/** Which accounts hold an SPN, as setspn shows them. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { compareAccounts, spelled, type Account, type Spn } from '../../facts/names.ts';

type SpnOwner = FactOf<'spnOwner'>;

/** The accounts that hold exactly this SPN, each once; a registered `HTTP/web@REALM` is another name. */
export function holdersOf(spn: Spn, facts: FactBase): SpnOwner[] {
  const name = spelled(spn);
  const holders = facts
    .all('spnOwner')
    .filter((owner) => owner.spn.realm === undefined && spelled(owner.spn) === name);
  const distinct: SpnOwner[] = [];
  for (const holder of holders) {
    const index = distinct.findIndex((one) => isSameEntry(one, holder));
    const before = distinct[index];
    if (!before) distinct.push(holder);
    // What one listing does not tell of the account, another one may.
    else if (before.isComputer === undefined && holder.isComputer !== undefined) {
      distinct[index] = holder;
    }
  }
  return distinct;
}

/** The one account that holds the SPN; undefined when there is none, or a duplicate. */
export function onlyHolderOf(spn: Spn, facts: FactBase): SpnOwner | undefined {
  const [holder, second] = holdersOf(spn, facts);
  return second ? undefined : holder;
}

/** The account with its logon name where that is known, else as the directory names it. */
export function accountOfOwner({ account, logon }: SpnOwner): Account {
  return logon ?? account;
}

function isSameEntry(a: SpnOwner, b: SpnOwner): boolean {
  return (
    a.account.written === b.account.written || compareAccounts(a.account, b.account) === 'same'
  );
}
