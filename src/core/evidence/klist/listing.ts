/** What has been read so far of a paste with one or more outputs of klist. */
import type { Fact, FactOf, FactTypes } from '../../facts/fact.ts';
import { accountOf, type Account } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { KlistCommand } from './klist-command.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';

/** The list of tickets that is being read. */
export interface OpenCache {
  readonly at: Span;
  readonly tool: NonNullable<FactTypes['ticketCache']['tool']>;
  /** As the output counts; absent where it does not. */
  readonly count?: number;
  readonly client?: Account;
  /** Number of facts that were stated before it. */
  readonly from: number;
  listed: number;
}

export interface Listing {
  readonly facts: Fact[];
  /** Tickets of which a sentence says that they were retrieved, and which the list may repeat. */
  readonly retrieved: FactOf<'ticket'>[];
  /** The command that the lines below it answer. */
  command?: KlistCommand;
  /** Logon id of the session in which klist ran. */
  session?: string;
  cache?: OpenCache | undefined;
  inKeytab: boolean;
}

/** Reads from the line at `index` on; returns how many lines it has read, 0 when they are not its own. */
export type Part = (lines: readonly PrintedLine[], index: number, listing: Listing) => number;

/** States what is known of the list that ends here; that of delegated tickets is another cache. */
export function closeCache(listing: Listing): void {
  const { cache, command } = listing;
  listing.cache = undefined;
  if (!cache || command?.verb === 'kcd_cache') return;
  const { at, tool, count, client, listed, from } = cache;
  const first = listing.facts[from];
  const owner = client ?? (first?.kind === 'ticket' ? first.client : undefined);
  listing.facts.push({
    kind: 'ticketCache',
    at: { start: at.start, end: at.end },
    tool,
    count: count ?? listed,
    isComplete: count === listed,
    ...(owner && { client: owner }),
  });
}

/** Opens a list of tickets, after the one before it. */
export function openCache(listing: Listing, cache: Omit<OpenCache, 'from' | 'listed'>): void {
  closeCache(listing);
  listing.cache = { ...cache, from: listing.facts.length, listed: 0 };
}

/** Counts a ticket of the list, and opens one where the paste begins below its head. */
export function countTicket(listing: Listing, at: Span, tool: OpenCache['tool']): void {
  if (!listing.cache) openCache(listing, { at, tool });
  if (listing.cache) listing.cache.listed++;
}

/** The owner of a ticket: `alice`, `CONTOSO.COM`. A Kerberos name is a logon name and a realm. */
export function clientOf(name: string, realm: string): Account {
  return { ...accountOf(`${realm}\\${name}`), written: realm === '' ? name : `${name}@${realm}` };
}

/** `alice@CONTOSO.COM` in two parts. */
export function principalOf(text: string): { name: string; realm: string } {
  const at = text.lastIndexOf('@');
  return at < 0
    ? { name: text, realm: '' }
    : { name: text.slice(0, at), realm: text.slice(at + 1) };
}
