/** Who holds an SPN, and who decrypts: setspn, the directory, 4769, event 4, the configuration. */
import { run, type Step } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import {
  bareName,
  displayName,
  isComputerLike,
  spelled,
  type Account,
  type Spn,
} from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { command } from '../../../text/escape/command.ts';
import { decryptingAccounts } from '../decrypting-account.ts';
import { failedDecryptions } from '../failed-decryptions.ts';
import { accountOfOwner } from '../spn-holders.ts';
import type { Claim, Topic } from './claim.ts';

/** Each search that found one holder, each object of the directory, and the tickets that were issued. */
export function holders(facts: FactBase): Topic {
  const whole = wholeSearches(facts);
  const claims = facts
    .all('spnOwner')
    .filter(({ spn }) => spn.service === 'HTTP' && spn.realm === undefined)
    .filter(({ at, spn }) => whole.has(searchKey(spn, at)))
    .map((owner): Claim => ({
      about: spelled(owner.spn),
      value: bareName(accountOfOwner(owner)),
      shown: displayName(accountOfOwner(owner)),
      by: 'setspn',
      at: owner.at,
    }));
  return {
    claims: [...claims, ...issued(claims, facts)],
    words: (about) => `who holds ${about}`,
    because: 'one of them is older',
    caveat:
      'Or the event is about another service: 4769 names the account and not the SPN. Two searches without -F can also be of two domains.',
    article: 'spn-identity-match',
    settle: (about) => [run('anywhere', command`setspn -F -Q ${[about, 'SPN']}`)],
  };
}

/** Searches that found one holder, by their own count, so that their source shows every holder of the SPN. */
function wholeSearches(facts: FactBase): ReadonlySet<string> {
  return new Set(
    facts
      .all('spnSearch')
      .flatMap(({ spn, owners, at }) => (spn && owners === 1 ? [searchKey(spn, at)] : [])),
  );
}

const searchKey = (spn: Spn, { source }: Span): string => `${source ?? ''} ${spelled(spn)}`;

/** Only where one SPN and one account are in question; an account that holds no HTTP/ is another service. */
function issued(held: readonly Claim[], facts: FactBase): Claim[] {
  const [about, second] = [...new Set(held.map((claim) => claim.about))];
  const tickets = facts
    .all('ticketIssued')
    .filter(({ owner }) => owner && owner.name !== 'krbtgt' && !isComputerLike(owner));
  const accounts = new Set(tickets.map(({ owner }) => owner?.name));
  if (about === undefined || second !== undefined || accounts.size !== 1) return [];
  return tickets.slice(0, 1).flatMap(({ owner, event, time, at }) =>
    owner && !isOtherService(owner, facts)
      ? [
          {
            about,
            value: bareName(owner),
            shown: owner.written,
            by: `event ${event}`,
            at,
            ...(time !== undefined && { time }),
          },
        ]
      : [],
  );
}

function isOtherService(owner: Account, facts: FactBase): boolean {
  const list = facts
    .all('spnList')
    .find(({ account, logon }) => bareName(logon ?? account) === bareName(owner));
  return list !== undefined && !list.spns.some(({ service }) => service === 'HTTP');
}

/** The account that decrypts: by the configuration, and by event 4 or a KRB-ERROR. */
export function decrypting(facts: FactBase): Topic {
  const claims = failedDecryptions(facts).flatMap(({ spn, by, at, time, source }): Claim[] => {
    const all = decryptingAccounts(spn.host, facts);
    const [one, second] = all;
    if (!by || !one || second || one.as !== 'account' || !one.account) return [];
    const about = spelled(spn);
    const place = one.evidence.at(-1) ?? at;
    return [
      {
        about,
        value: bareName(by),
        shown: by.written,
        by: source === 'event' ? 'event 4 of Kerberos' : 'the answer of the server',
        at,
        ...(time !== undefined && { time }),
      },
      {
        about,
        value: bareName(one.account),
        shown: one.account.written,
        by: 'the configuration',
        at: place,
      },
    ];
  });
  return {
    claims,
    words: (about) => `which account decrypts tickets for ${about}`,
    because: 'one of them is older',
    caveat: 'Or the configuration is that of another server.',
    article: 'spn-identity-match',
    settle: listPools,
  };
}

export function listPools(): readonly Step[] {
  return [
    run(
      'server',
      command`%windir%\\system32\\inetsrv\\appcmd.exe list apppool /text:name,processModel.identityType,processModel.userName`,
    ),
  ];
}
