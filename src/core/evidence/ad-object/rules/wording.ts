/** What the rules on accounts of the directory have in common. */
import type { FactOf } from '../../../facts/fact.ts';
import { displayName } from '../../../facts/names.ts';
import type { Span } from '../../../facts/span.ts';
import { stated, type Part } from '../../../text/told.ts';

export type Directory = FactOf<'directoryAccount'>;

/** Findings that one rule makes at most; a script lists hundreds of accounts. */
export const SHOWN = 3;

/** The account as a sentence names it, with the place that names it; `otherwise` where nothing does. */
export function who(
  { account, dnsName, at }: Directory,
  otherwise: 'The account' | 'the account' = 'The account',
): Part {
  if (account) return stated(displayName(account), at);
  return dnsName === undefined ? otherwise : stated(dnsName, at);
}

/** The logon name, for a command; undefined where only a common name is known. */
export function logonOf({ account }: Directory): string | undefined {
  return account?.form === 'sam' ? account.name : undefined;
}

/** Where an attribute is, else the account. */
export function placeOf({ places, at }: Directory, ...names: readonly string[]): Span {
  for (const name of names) {
    const place = places[name];
    if (place) return place;
  }
  return at;
}

/** `a`, `a and b`, `a, b, c and 3 more`. */
export function listed(all: readonly string[]): string {
  const names = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** True for a domain controller, which may delegate anywhere by design. */
export const isDomainController = ({ flags }: Directory): boolean =>
  flags.includes('SERVER_TRUST_ACCOUNT');
