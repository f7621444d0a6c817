/** Which accounts hold an SPN, how sure that is, and what stands in where none does. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { compareAccounts, isSpelledAs, type Account, type Spn } from '../../facts/names.ts';
import { holdersOf } from '../join/spn-holders.ts';

export type SpnOwner = FactOf<'spnOwner'>;
type Directory = FactOf<'directoryAccount'>;

export interface Holding {
  readonly spn: Spn;
  /** With the logon name and the class where an object of the directory tells them. */
  readonly owners: readonly SpnOwner[];
  /** The widest search for exactly this SPN. */
  readonly search?: FactOf<'spnSearch'>;
  /** Of HOST/ with the same name, which the KDC takes where no account holds HTTP/ (sPNMappings). */
  readonly host?: Holding;
  /** True where the evidence proves that several accounts hold it. */
  readonly isDuplicate: boolean;
  /** True where a search and a listing do not agree: one of them is older. */
  readonly isContradictory: boolean;
}

/** Source: LookupSPN, MS-DRSR 4.1.4.2.14. A name with a port has no such stand-in. */
export function holdingOf(spn: Spn, facts: FactBase): Holding {
  const own = exactly(spn, facts);
  if (spn.service !== 'HTTP' || spn.port !== undefined || own.owners.length > 0) return own;
  return { ...own, host: exactly({ service: 'HOST', host: spn.host }, facts) };
}

/** True where a search of the forest found that number of accounts. */
export function isSearched({ search }: Holding, owners: number): boolean {
  return search?.scope === 'forest' && search.owners === owners;
}

function exactly(spn: Spn, facts: FactBase): Holding {
  const owners = distinct(holdersOf(spn, facts).map((owner) => identified(owner, facts)));
  const searches = facts
    .all('spnSearch')
    .filter((one) => one.spn?.realm === undefined && isSpelledAs(one.spn, spn));
  const search = searches.find(({ scope }) => scope === 'forest') ?? searches[0];
  const found = Math.max(0, ...searches.map((one) => one.owners));
  const isNamedTwice = facts.all('duplicateName').some((one) => isSpelledAs(one.spn, spn));
  const [first, second] = owners;
  return {
    spn,
    owners,
    ...(search && { search }),
    isDuplicate:
      found > 1 ||
      isNamedTwice ||
      (first !== undefined &&
        second !== undefined &&
        compareAccounts(first.account, second.account) === 'different'),
    isContradictory: searches.some((one) => one.owners === 0 && (owners.length > 0 || found > 0)),
  };
}

/** The same owner with what an object of the directory says of it. */
function identified(owner: SpnOwner, facts: FactBase): SpnOwner {
  const entry = directoryOf(owner.logon ?? owner.account, facts);
  if (!entry) return owner;
  const logon = entry.account?.form === 'cn' ? undefined : entry.account;
  return {
    ...owner,
    ...(logon && !owner.logon && { logon }),
    ...(entry.class && { isComputer: entry.class === 'computer' }),
  };
}

/** One account may be listed by its distinguished name here and by its logon name there. */
function distinct(owners: readonly SpnOwner[]): SpnOwner[] {
  const kept: SpnOwner[] = [];
  for (const owner of owners) {
    const isKnown = kept.some(
      (one) => compareAccounts(one.logon ?? one.account, owner.logon ?? owner.account) === 'same',
    );
    if (!isKnown) kept.push(owner);
  }
  return kept;
}

/** The object of the directory that is the account; none where names alone do not tell. */
export function directoryOf(account: Account, facts: FactBase): Directory | undefined {
  const dn = plain(account.written);
  return facts
    .all('directoryAccount')
    .find(
      (one) =>
        (one.dn !== undefined && plain(one.dn) === dn) ||
        (one.account !== undefined && isSame(one.account, account)),
    );
}

/** `CONTOSO` and `contoso.com` go together by convention, and one case is mostly of one domain. */
function isSame(a: Account, b: Account): boolean {
  if (a.form === 'cn' || b.form === 'cn') return a.written === b.written;
  const first = ({ domain }: Account) => domain?.split('.')[0];
  const [one, other] = [first(a), first(b)];
  return a.name === b.name && (one === undefined || other === undefined || one === other);
}

const plain = (dn: string): string => dn.trim().toLowerCase().replace(/,\s+/g, ',');
