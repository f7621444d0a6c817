/** Words and selections that several rules about klist share. */
import type { ArticleSlug } from '../../../articles.ts';
import { ENCRYPTION_TYPES } from '../../../codes/etypes.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';

/** Tickets that klist lists, each SPN and realm once. */
export function cachedTickets(facts: FactBase): FactOf<'ticket'>[] {
  const bySpn = new Map<string, FactOf<'ticket'>>();
  for (const ticket of facts.all('ticket')) {
    const key = `${spelled(ticket.spn)}@${ticket.realm ?? ''}`;
    if (ticket.seen === 'cache' && !bySpn.has(key)) bySpn.set(key, ticket);
  }
  return [...bySpn.values()];
}

/** Tickets for web sites. */
export function httpTickets(facts: FactBase): FactOf<'ticket'>[] {
  return cachedTickets(facts).filter(({ spn }) => spn.service === 'HTTP');
}

/** True for a ticket-granting ticket. */
export function isTgt({ spn }: FactOf<'ticket'>): boolean {
  return spn.service === 'KRBTGT';
}

/** `alice`, or `The client` where the evidence does not name the owner. */
export function ownerOf({ client }: Pick<FactOf<'ticket' | 'ticketCache'>, 'client'>): string {
  return client?.written.split('@')[0] ?? 'The client';
}

/** `AES-256`; undefined where the evidence does not show the type. */
export function etypeNameOf({ etype }: { readonly etype?: number }): string | undefined {
  if (etype === undefined) return undefined;
  return ENCRYPTION_TYPES[etype]?.name ?? `encryption type ${etype}`;
}

/** True for RC4 and DES. */
export function isWeak({ etype }: { readonly etype?: number }): boolean {
  const known = etype === undefined ? undefined : ENCRYPTION_TYPES[etype];
  return known !== undefined && known.strength !== 'good';
}

/** ` and 2 more`; empty for none. */
export function andMore(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

/** The article on klist for the system that the tickets are from. */
export function klistArticle(facts: FactBase): ArticleSlug {
  const caches = facts.all('ticketCache');
  const isUnix = caches.length > 0 && caches.every(({ tool }) => tool !== 'windows');
  return isUnix ? 'linux-macos-clients' : 'klist-guide';
}
