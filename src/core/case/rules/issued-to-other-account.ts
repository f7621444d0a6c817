/**
 * A domain controller made a ticket for one account, and another one decrypts at the site:
 *
 *     4769      Service Name svc-old, Failure Code 0x0
 *     config    <processModel userName="CONTOSO\svc-portal" />, useAppPoolCredentials="true"
 *
 * The event names the account that holds the SPN and not the SPN, so it may be of another service: a warning
 * only. Nothing is said where the account that decrypts got a ticket, too.
 */
import { run } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { bareName, compareAccounts, isComputerLike } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { decryptingAccounts, type Decrypting } from '../join/decrypting-account.ts';
import type { Diagnosis, Rule } from '../rule.ts';

type Issued = FactOf<'ticketIssued'>;

export const issuedToOtherAccount: Rule = {
  id: 'case.issued-to-other-account',
  says: 'The domain controller made the ticket for another account than the one that decrypts.',
  needs: ['ticketIssued', 'windowsAuthentication'],
  settles: [
    {
      check: 'decrypting-account',
      state: 'known',
      says: 'A ticket was made for another account than the one that decrypts; which SPN it was for is not shown.',
    },
  ],
  judge: (facts) => {
    const by = accountsOf(facts);
    const tickets = facts.all('ticketIssued').filter(({ owner }) => owner?.name !== 'krbtgt');
    const answers = tickets.map((ticket) => by.map((one) => isFor(ticket, one)));
    const isOpen = answers.some((all) => all.some((answer) => answer !== 'no'));
    const [ticket] = tickets;
    const [first] = by;
    // Where setspn names the holder of the SPN, another rule says more.
    if (!ticket || !first || isOpen || facts.has('spnOwner')) return [];
    return [finding(ticket, first)];
  },
};

function accountsOf(facts: FactBase): Decrypting[] {
  const hosts = [...new Set(facts.all('binding').map(({ host }) => host))];
  return (hosts.length > 0 ? hosts : ['']).flatMap((host) => decryptingAccounts(host, facts));
}

function isFor({ owner }: Issued, { as, account }: Decrypting): 'yes' | 'no' | 'unknown' {
  if (!owner || as === 'unknown') return 'unknown';
  if (as === 'computer') return isComputerLike(owner) ? 'unknown' : 'no';
  if (!account) return 'no';
  const compared = compareAccounts(owner, account);
  return compared === 'different'
    ? 'no'
    : bareName(owner) === bareName(account)
      ? 'yes'
      : 'unknown';
}

function finding({ owner, at }: Issued, by: Decrypting): Diagnosis {
  const name = owner?.written ?? '';
  const place = by.evidence.at(-1);
  return {
    severity: 'warning',
    ...told`The domain controller made a ticket for ${stated(name, at)}, and ${place ? stated(by.why, place) : by.why}: if that ticket was for this site, it cannot be decrypted there.`,
    article: 'spn-identity-match',
    evidence: [at, ...by.evidence],
    caveat:
      'The event names the account and not the SPN. Another service of that account may be meant.',
    next: [
      run('anywhere', command`setspn -L ${[owner && bareName(owner), 'ACCOUNT']}`),
      run('anywhere', command`setspn -F -Q HTTP/${[undefined, 'HOST']}`),
    ],
  };
}
