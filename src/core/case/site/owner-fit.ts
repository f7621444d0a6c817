/**
 * Whether the account that holds the SPN is the one that decrypts. Nothing is claimed while something
 * could still change it: an alias in DNS, a setting that is not written out, a domain that was not
 * searched, or a common name that need not be the logon name.
 */
import type { Fit } from '../../contract/site.ts';
import type { Step } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { spelled, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { acceptedLogons } from '../join/accepted-logons.ts';
import { canDecrypt } from '../join/can-decrypt.ts';
import type { Decrypting } from '../join/decrypting-account.ts';
import { requestedSpns } from '../join/requested-spns.ts';
import { accountOfOwner } from '../join/spn-holders.ts';
import { decryptorName } from './decrypts-cell.ts';
import type { Expected } from './expected-spn.ts';
import { isSearched, type Holding, type SpnOwner } from './holding.ts';
import { nameOfOwner } from './owner-cell.ts';
import { askForChallenge, list, showAccount } from './steps.ts';

export interface OwnerFit {
  readonly fit: Fit;
  /** What is wrong or open. */
  readonly reason?: string;
  /** What is proven to be wrong, and can be repaired with commands. */
  readonly problem?: 'duplicate' | 'other-owner' | 'stand-in' | 'no-owner';
  /** What settles whether the owner is the account that decrypts. */
  readonly fill?: Step;
  readonly at: readonly Span[];
}

/** Everything that decides about one SPN. */
export interface OwnerCase {
  readonly expected: Expected;
  readonly holding: Holding | undefined;
  readonly by: readonly Decrypting[];
}

const open = (reason: string, at: readonly Span[] = [], fill?: Step): OwnerFit => ({
  fit: 'not-known',
  reason,
  at,
  ...(fill && { fill }),
});

export function ownerFit(one: OwnerCase, facts: FactBase): OwnerFit {
  const { holding, by } = one;
  const spn = one.expected.spn;
  if (!spn || !holding) return open('The SPN that clients ask for is not known.');
  const compared = compare(one, spn, holding, facts);
  const accepted = acceptedLogons(facts).find(({ token }) => isFor(token.kerberos?.sname, spn));
  if (!accepted) return compared;
  const at = [accepted.token.at];
  return compared.fit === 'does-not-fit' && by.length > 0
    ? open(
        'The server accepted a ticket for it, and the rest of the evidence says that it cannot.',
        at,
      )
    : { fit: 'fits', at };
}

function compare(
  { expected, by }: OwnerCase,
  spn: Spn,
  holding: Holding,
  facts: FactBase,
): OwnerFit {
  const { owners, search, isDuplicate, isContradictory } = holding;
  const at = [...owners.map((owner) => owner.at), ...(search ? [search.at] : [])];
  const name = spelled(spn);
  if (isContradictory) return open(`Whether an account holds ${name} is not clear.`);
  if (isDuplicate) {
    const reason = `More than one account holds ${name}, so the KDC refuses a ticket for it, or issues one that the site may not open.`;
    return { fit: 'does-not-fit', reason, problem: 'duplicate', at };
  }
  const places = [...at, ...by.flatMap(({ evidence }) => evidence)];
  if (by.length > 0 && by.every(({ as }) => as === 'none')) {
    const reason = 'The pool has no account in the domain that could decrypt a ticket.';
    return { fit: 'does-not-fit', reason, at: places };
  }
  const held = byHolding({ expected, by, holding }, spn, places, facts);
  return held.fit === 'does-not-fit' ? held : (failedFor(spn, expected, held, facts) ?? held);
}

function byHolding(
  { expected, by, holding }: OwnerCase & { holding: Holding },
  spn: Spn,
  at: readonly Span[],
  facts: FactBase,
): OwnerFit {
  if (by.length === 0) return open('Which account decrypts is not known.', at);
  if (!expected.isCertain) return open('Whether the name is an alias in DNS is not known.', at);
  const [owner] = holding.owners;
  return owner
    ? withOwner(owner, spn, holding, by, at, facts)
    : withoutOwner(spn, holding, by, at, facts);
}

/** All accounts that may decrypt, against one owner: an answer only where all agree without a caveat. */
function verdict(owner: SpnOwner, by: readonly Decrypting[], facts: FactBase) {
  const answers = by.map((one) => canDecrypt(owner, one, facts));
  const caveat = [...answers, ...by].find((one) => one.caveat !== undefined)?.caveat;
  const [first] = answers;
  const isAgreed = answers.every(({ can }) => can === first?.can);
  return caveat === undefined && isAgreed && first
    ? { can: first.can }
    : { can: 'unknown', caveat };
}

/** Names alone do not tell: which computer answers, whether an account is one, what an account holds. */
function settles(owner: SpnOwner, [by]: readonly Decrypting[]): Step | undefined {
  if (by?.as === 'account') return list(by.account);
  if (by?.as !== 'computer') return undefined;
  return owner.isComputer === undefined
    ? showAccount(accountOfOwner(owner), 'OWNER OF THE SPN')
    : askForChallenge(owner.spn.host);
}

function withOwner(
  owner: SpnOwner,
  spn: Spn,
  holding: Holding,
  by: readonly Decrypting[],
  at: readonly Span[],
  facts: FactBase,
): OwnerFit {
  const { can, caveat } = verdict(owner, by, facts);
  const [first] = by;
  const whose = first ? decryptorName(first, facts) : '';
  if (can === 'no') {
    const reason = `${nameOfOwner(owner)} holds ${spelled(spn)}, and ${whose} decrypts.`;
    return { fit: 'does-not-fit', reason, problem: 'other-owner', at };
  }
  if (can !== 'yes')
    return open(
      caveat ?? 'Whether the owner is the account that decrypts is not known.',
      at,
      settles(owner, by),
    );
  if (!isSearched(holding, 1))
    return open('Whether another account holds the SPN, too, is not known.', at);
  return { fit: 'fits', at };
}

function withoutOwner(
  spn: Spn,
  holding: Holding,
  by: readonly Decrypting[],
  at: readonly Span[],
  facts: FactBase,
): OwnerFit {
  const name = spelled(spn);
  const { host } = holding;
  const isNone = isSearched(holding, 0);
  const lists = listsWithout(spn, by, facts);
  const places = [...at, ...lists.map((one) => one.at)];
  if (!isNone && lists.length === 0) return open(`Which account holds ${name} is not known.`, at);
  const [standIn, second] = host?.owners ?? [];
  if (isNone && host && standIn && !second) {
    const { can, caveat } = verdict(standIn, by, facts);
    const all = [...places, standIn.at];
    const means = `${spelled(host.spn)} of ${nameOfOwner(standIn)} stands in for ${name}`;
    if (can === 'no') {
      const [first] = by;
      const reason = `${means}, and ${first ? decryptorName(first, facts) : ''} decrypts.`;
      return { fit: 'does-not-fit', reason, problem: 'stand-in', at: all };
    }
    if (can !== 'yes')
      return open(
        caveat ?? `${means}; whether that computer decrypts is not known.`,
        all,
        settles(standIn, by),
      );
    if (!isSearched(host, 1))
      return open(`Whether another account holds ${spelled(host.spn)}, too, is not known.`, all);
    return { fit: 'fits', at: all };
  }
  if (lists.length > 0 || isMissing(by, host)) {
    const whose = [...new Set(by.map((one) => decryptorName(one, facts)))].join(' and ');
    const reason = isNone
      ? `No account holds ${name}.`
      : `${whose} decrypts, and does not hold ${name}.`;
    return { fit: 'does-not-fit', reason, problem: 'no-owner', at: places };
  }
  return open(
    `Whether ${host ? spelled(host.spn) : 'HOST/'} stands in for ${name} is not known.`,
    places,
  );
}

/** Nothing stands in for the SPN, or nothing that the account of a pool could decrypt. */
function isMissing(by: readonly Decrypting[], host: Holding | undefined): boolean {
  if (by.some(({ caveat }) => caveat !== undefined)) return false;
  return !host || isSearched(host, 0) || by.every(({ as }) => as === 'account');
}

/** Whole listings of the accounts that decrypt, if each of them has one and none has the SPN. */
function listsWithout(spn: Spn, by: readonly Decrypting[], facts: FactBase): FactOf<'spnList'>[] {
  const lists = by.map((one) =>
    one.as !== 'account' || one.caveat !== undefined
      ? undefined
      : facts.all('spnList').find((list) => {
          const { can, caveat } = canDecrypt({ ...list, kind: 'spnOwner', spn }, one, facts);
          const isHeld = list.spns.some((own) => spelled(own) === spelled(spn));
          return can === 'yes' && caveat === undefined && !isHeld;
        }),
  );
  return lists.every((one) => one !== undefined) ? lists : [];
}

/** A server refused a ticket for the SPN, or the KDC the SPN itself: both name it. */
function failedFor(
  spn: Spn,
  { isCertain }: Expected,
  { fit }: OwnerFit,
  facts: FactBase,
): OwnerFit | undefined {
  const name = spelled(spn);
  const failed = facts
    .all('decryptFailed')
    .find(({ target }) => target !== undefined && spelled(target) === name);
  if (failed) {
    const server = failed.server === undefined ? 'The server' : failed.server.written;
    const reason = `${server} could not decrypt a ticket for ${name}.`;
    return { fit: 'does-not-fit', reason, at: [failed.at] };
  }
  const refused = requestedSpns(facts).find(
    (one) => one.by === 'refusal' && spelled(one.spn) === name,
  );
  if (!refused) return undefined;
  const reason = `The KDC found no account for ${name}, or more than one.`;
  const at = [refused.at];
  // A name that a person typed into klist get need not be what clients ask for.
  return fit === 'fits' || !isCertain ? open(reason, at) : { fit: 'does-not-fit', reason, at };
}

const isFor = (sname: string | undefined, spn: Spn): boolean =>
  sname?.toLowerCase() === spelled(spn).toLowerCase();
