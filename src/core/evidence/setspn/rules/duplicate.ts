/**
 * More than one account holds an SPN.
 *
 *     HTTP/portal is registered on these accounts:
 *             CN=svc-portal,OU=Service Accounts,DC=contoso,DC=com
 *             CN=WEB01,OU=Servers,DC=contoso,DC=com
 *
 * Can be wrong when the listings were made before and after a change. `kadmin/changepw` is on the
 * krbtgt account of every domain and no mistake.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { isSpelledAs, spelled } from '../../../facts/names.ts';
import type { Spn } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { stated } from '../../../text/told.ts';
import {
  finding,
  holder,
  isWeb,
  listed,
  lookUp,
  nameOf,
  ownersBySpn,
  remove,
  SHOWN,
} from './wording.ts';
import type { Owner } from './wording.ts';

const SAYS = 'More than one account holds the SPN.';

export const duplicate: Rule = {
  id: 'setspn.duplicate',
  says: SAYS,
  needs: ['spnOwner'],
  settles: [{ check: 'one-owner', state: 'failed', says: SAYS }],
  judge: (facts) =>
    inOrder(
      [...ownersBySpn(facts).values()].flatMap((owners) => {
        const [first, second] = owners;
        return first && second && !isMoved(owners, facts)
          ? told(facts, first.spn, owners, owners)
          : [];
      }),
    ),
};

/** Searches that found one account each: the SPN has moved in between, unless they are of two domains. */
function isMoved(owners: readonly Owner[], facts: FactBase): boolean {
  const domains = new Set(owners.map(({ account }) => account.domain));
  return (
    new Set(owners.map(({ at }) => at.source)).size === owners.length &&
    owners.every(({ at, spn }) =>
      facts
        .all('spnSearch')
        .some(
          (search) =>
            search.owners === 1 &&
            search.at.source === at.source &&
            isSpelledAs(search.spn, spn) &&
            (search.scope === 'forest' || domains.size === 1),
        ),
    )
  );
}

/** The same for a group of duplicates whose accounts the paste does not show. */
export const duplicateGroup: Rule = {
  ...duplicate,
  needs: ['spnDuplicates'],
  judge: (facts) => {
    const owners = ownersBySpn(facts);
    const groups = facts.all('spnDuplicates').flatMap((group) =>
      group.spns.flatMap((spn) => {
        const isNamed = (owners.get(spelled(spn))?.length ?? 0) > 1;
        return isNamed ? [] : told(facts, spn, [], [group]);
      }),
    );
    return inOrder(groups);
  },
};

function told(
  facts: FactBase,
  spn: Spn,
  owners: readonly Owner[],
  evidence: readonly { readonly at: Span }[],
): Diagnosis[] {
  if (spn.service === 'KADMIN') return [];
  const name = spelled(spn);
  const isAsked = facts.all('spnSearch').some((one) => isSpelledAs(one.spn, spn));
  const isMain = isWeb(spn) || isAsked;
  // Accounts of two domains can have one name.
  const isTold = new Set(owners.map(nameOf)).size === owners.length;
  const names = owners.map((one) => (isTold ? holder(one) : stated(one.account.written, one.at)));
  const who = names.length > 0 ? listed(names) : ['more than one account'];
  const parts = [
    `${name} is registered on `,
    ...who,
    ', so the KDC refuses a ticket for it, or issues one that the site may not open.',
  ];
  return [
    finding(isMain ? 'error' : 'warning', 'spn-duplicate', parts, evidence, {
      id: isMain ? duplicate.id : 'setspn.duplicate-other-service',
      caveat: 'Unless the SPN was moved from one account to the other in between.',
      next: [lookUp(spn), remove(spn)],
    }),
  ];
}

/** Those that a web site uses first. */
function inOrder(all: readonly Diagnosis[]): Diagnosis[] {
  return all.toSorted((a, b) => a.severity.localeCompare(b.severity)).slice(0, SHOWN);
}
