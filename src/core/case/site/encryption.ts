/**
 * The encryption types of the account that owns the SPN and of the one that decrypts, against those of
 * the tickets. AES is expected: domain controllers issue RC4 only to accounts that ask for it.
 * Source: MS-KILE 2.2.7; KB5073381 (Windows updates of January, April and July 2026).
 */
import type { Fit, SiteCell } from '../../contract/site.ts';
import { cipherOf, ENCRYPTION_TYPES } from '../../codes/etypes.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { isSpelledAs, spelled, type Account, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { allowedTypes } from '../join/account-keys.ts';
import type { Decrypting } from '../join/decrypting-account.ts';
import { accountOfOwner } from '../join/spn-holders.ts';
import { known, missing, sentences } from './cells.ts';
import { decryptorName, serverName } from './decrypts-cell.ts';
import { directoryOf, isSearched, type Holding } from './holding.ts';
import { getTicket, showAccount } from './steps.ts';

const AES = 0x38;
const DEFAULT =
  'The default depends on the domain controller: with the Windows updates of 14 April 2026 it is AES only, unless RC4DefaultDisablementPhase went back to audit, and since those of 14 July 2026 always, unless DefaultDomainSupportedEncTypes is set. Before, it had RC4 as well.';
const KEYS = 'A type that is allowed still needs a key, which is made when a password is set.';
const STILL_WORKS = 'RC4 alone causes no 401 while both sides accept it.';
/** STATUS_KDC_UNKNOWN_ETYPE, SEC_E_KDC_UNKNOWN_ETYPE, KDC_ERR_ETYPE_NOSUPP. */
const NO_ETYPE: ReadonlySet<number> = new Set([0xc00002fd, 0x80090342, 14]);

export interface Encryption {
  readonly owner: SiteCell;
  readonly decrypting?: SiteCell;
  readonly ticket: SiteCell;
  readonly fit: Fit;
  readonly reason?: string;
}

interface TicketType {
  readonly etype: number;
  readonly at: Span;
}

export function encryption(
  spn: Spn | undefined,
  holding: Holding | undefined,
  by: readonly Decrypting[],
  isOneAccount: boolean,
  facts: FactBase,
): Encryption {
  const [owner] = ownersOf(holding);
  const types = spn ? ticketTypes(spn, owner, facts) : [];
  return {
    owner: allowedBy(owner, 'OWNER OF THE SPN', facts),
    ...(!isOneAccount && {
      decrypting: allowedBy(decryptingAccount(by, facts), 'ACCOUNT THAT DECRYPTS', facts),
    }),
    ticket: ticketCell(spn, types),
    ...fitOf(spn, owner, types, facts),
  };
}

/** The one account whose key the ticket is for: that of HTTP/, else that of HOST/. */
function ownersOf(holding: Holding | undefined): Account[] {
  const isNone = holding?.owners.length === 0 && isSearched(holding, 0);
  const owners = isNone ? holding.host?.owners : holding?.owners;
  return owners?.length === 1 ? owners.map(accountOfOwner) : [];
}

/** The only one that decrypts, where its name is known. */
function decryptingAccount(by: readonly Decrypting[], facts: FactBase): Account | undefined {
  const [first] = by;
  const names = new Set(by.map((one) => decryptorName(one, facts)));
  if (!first || names.size > 1) return undefined;
  const name = first.as === 'computer' ? serverName(facts) : undefined;
  if (name === undefined) return first.account;
  return { written: `${name}$`, name: `${name.toLowerCase()}$`, form: 'sam' };
}

function allowedBy(account: Account | undefined, placeholder: string, facts: FactBase): SiteCell {
  const entry = account && directoryOf(account, facts);
  const fill = showAccount(entry?.account ?? account, placeholder);
  if (entry?.etypes === undefined) return missing(fill);
  const at = [
    entry.places['encryption-types'] ?? entry.places['encryption-type-names'] ?? entry.at,
  ];
  if ((entry.etypes & 0x3f) === 0) return known('none of its own', at, { note: DEFAULT });
  return known(namesOf(entry.etypes), at, { note: KEYS });
}

/** Weakest first. */
function namesOf(etypes: number): string {
  const names = (allowedTypes({ etypes }) ?? []).flatMap((etype) => cipherOf(etype) ?? []);
  return names.length > 0 ? [...new Set(names.reverse())].join(', ') : 'others';
}

/** Of tickets for the SPN, and of those that a domain controller issued for the account. */
function ticketTypes(spn: Spn, owner: Account | undefined, facts: FactBase): TicketType[] {
  const name = spelled(spn);
  const isOwner = (account: Account | undefined) =>
    account !== undefined && account.name === owner?.name && owner.form !== 'cn';
  return [
    ...facts.all('ticket').filter((one) => spelled(one.spn) === name),
    ...facts.all('ticketIssued').filter((one) => isOwner(one.owner)),
    ...facts.tokens.flatMap(({ kerberos, at }) =>
      kerberos?.ticket && kerberos.sname?.toLowerCase() === name.toLowerCase()
        ? [{ etype: kerberos.ticket.etype, at, etypeAt: undefined }]
        : [],
    ),
  ].flatMap(({ etype, etypeAt, at }) =>
    etype === undefined ? [] : [{ etype, at: etypeAt ?? at }],
  );
}

function ticketCell(spn: Spn | undefined, types: readonly TicketType[]): SiteCell {
  if (types.length === 0) return missing(getTicket(spn));
  const names = types.map(({ etype }) => cipherOf(etype) ?? `type ${etype}`);
  return known(
    [...new Set(names)].join(', '),
    types.map(({ at }) => at),
  );
}

type Answer = Pick<Encryption, 'fit' | 'reason'>;

function fitOf(
  spn: Spn | undefined,
  owner: Account | undefined,
  types: readonly TicketType[],
  facts: FactBase,
): Answer {
  if (spn && isRefused(spn, facts)) {
    return {
      fit: 'does-not-fit',
      reason: `The KDC found no encryption type for ${spelled(spn)} that the client and the account have in common.`,
    };
  }
  const etypes = owner && (directoryOf(owner, facts)?.etypes ?? 0) & 0x3f;
  const strengths = types.map(({ etype }) => ENCRYPTION_TYPES[etype]?.strength);
  if (etypes && (etypes & AES) === 0) {
    return {
      fit: 'does-not-fit',
      reason:
        sentences(
          `The owner allows ${namesOf(etypes)} only, and AES is expected.`,
          (etypes & 0x4) === 0 ? undefined : STILL_WORKS,
        ) ?? '',
    };
  }
  if (types.length === 0) return { fit: 'not-known', reason: 'No ticket for the SPN is shown.' };
  if (strengths.every((one) => one === 'good')) return { fit: 'fits' };
  if (strengths.some((one) => one === 'good' || one === undefined)) {
    return { fit: 'not-known', reason: 'The tickets are encrypted with different types.' };
  }
  const [first] = types;
  const cipher = (first && cipherOf(first.etype)) ?? 'another type';
  const why = etypes
    ? `The ticket is encrypted with ${cipher}, and the owner allows ${namesOf(etypes)}: the ticket is older than that setting, or the account has no AES key.`
    : `The ticket is encrypted with ${cipher}, and AES is expected.`;
  return {
    fit: 'does-not-fit',
    reason: sentences(why, cipher === 'RC4' ? STILL_WORKS : undefined) ?? '',
  };
}

function isRefused(spn: Spn, facts: FactBase): boolean {
  const isFor = (one: { readonly spn?: Spn }) => isSpelledAs(one.spn, spn);
  return (
    facts.all('ticketRefused').some((one) => isFor(one) && NO_ETYPE.has(one.code)) ||
    facts.all('keyMissing').some((one) => isFor(one) && one.request === 'TGS') ||
    facts.all('weakTicket').some((one) => isFor(one) && one.isBlocked)
  );
}
