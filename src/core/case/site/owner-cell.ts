/** Who holds the SPN, as a cell. */
import type { SiteCell } from '../../contract/site.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { displayName, isSpelledAs, spelled, type Spn } from '../../facts/names.ts';
import { accountOfOwner } from '../join/spn-holders.ts';
import { known, missing, sentences } from './cells.ts';
import { isSearched, type Holding, type SpnOwner } from './holding.ts';
import { search } from './steps.ts';

const AGAIN = 'A search and a listing do not agree; one of them is older.';
const ONE_DOMAIN = 'Without -F one domain was searched.';
const OTHERS = 'Another account may hold it, too.';
const STAND_IN = 'HOST/ of the same name on a computer account would stand in for it.';

export const nameOfOwner = (owner: SpnOwner): string => displayName(accountOfOwner(owner));

export function ownerCell(holding: Holding | undefined, facts: FactBase): SiteCell {
  if (!holding) return missing(search());
  const { spn, owners, search: found, isDuplicate, isContradictory } = holding;
  const note = (own?: string) => sentences(own, otherSpelling(spn, facts), inKeytab(spn, facts));
  if (owners.length > 0) {
    const at = owners.map((owner) => owner.at);
    const value = owners.map(nameOfOwner).join(', ');
    if (isContradictory) return known(value, at, { note: AGAIN, fill: search(spn) });
    if (isDuplicate)
      return known(value, at, { note: note(`More than one account holds ${spelled(spn)}.`) });
    if (isSearched(holding, 1)) return known(value, at, { note: note() });
    return known(value, at, { note: note(found ? ONE_DOMAIN : OTHERS), fill: search(spn) });
  }
  if (isDuplicate) return missing(search(spn), 'A domain controller found it on several accounts.');
  if (!found || isContradictory) return missing(search(spn), note(issuedTo(facts)));
  if (found.owners > 0)
    return missing(search(spn), 'The search found an account, which is not shown.');
  if (found.scope === 'domain') {
    return known('none in one domain', [found.at], { note: note(ONE_DOMAIN), fill: search(spn) });
  }
  return withoutOwner(holding, found.at, note);
}

/** No account of the forest holds it; HOST/ counts where the name has no port. */
function withoutOwner(
  { host }: Holding,
  at: SiteCell['at'][number],
  note: (own?: string) => string | undefined,
): SiteCell {
  if (!host)
    return known('none', [at], { note: note('HOST/ does not stand in for a name with a port.') });
  const name = spelled(host.spn);
  if (host.owners.length > 0) {
    return known(
      host.owners.map(nameOfOwner).join(', '),
      [at, ...host.owners.map((one) => one.at)],
      {
        note: note(`By ${name}, which stands in for HTTP/.`),
        fill: isSearched(host, 1) ? undefined : search(host.spn),
      },
    );
  }
  if (isSearched(host, 0)) {
    return known('none', [at, ...(host.search ? [host.search.at] : [])], {
      note: note(`Nor ${name}.`),
    });
  }
  return known('none', [at], { note: note(STAND_IN), fill: search(host.spn) });
}

/** What is registered in its place, and no client asks for: with a port, with a realm. */
function otherSpelling(spn: Spn, facts: FactBase): string | undefined {
  const other = facts
    .all('spnOwner')
    .find(
      (one) =>
        one.spn.host === spn.host &&
        /^HTTPS?$/.test(one.spn.service) &&
        (one.spn.port !== spn.port ||
          one.spn.realm !== undefined ||
          one.spn.service !== spn.service),
    );
  if (!other) return undefined;
  const { realm } = other.spn;
  const written = `${spelled(other.spn)}${realm === undefined ? '' : `@${realm}`}`;
  return `${nameOfOwner(other)} holds ${written}, which is another name.`;
}

/** A key that was exported says that something other than IIS was to decrypt, and not for whom. */
function inKeytab(spn: Spn, facts: FactBase): string | undefined {
  return facts.all('keytabEntry').some((one) => isSpelledAs(one.spn, spn))
    ? 'A keytab in the case has a key for it; IIS uses none.'
    : undefined;
}

/** Event 4769 has the account that holds an SPN, and not the SPN. */
function issuedTo(facts: FactBase): string | undefined {
  const owners = facts.all('ticketIssued').flatMap(({ owner }) => owner?.written ?? []);
  const others = [...new Set(owners)].filter((name) => !/^krbtgt/i.test(name));
  const [only, second] = others;
  if (only === undefined || second !== undefined) return undefined;
  return `Event 4769 has a ticket for ${only}, and does not say for which SPN.`;
}
