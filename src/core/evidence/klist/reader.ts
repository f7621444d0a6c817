/**
 * klist: the Kerberos tickets that a client holds, why it does not get one, and the keys in a keytab.
 * Reads the output of Windows in any display language, of MIT krb5, Heimdal and macOS, one after
 * another in one paste.
 */
import type { Kind } from '../../contract/kind.ts';
import { spelled } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { LoadedReader, Reading } from '../reader.ts';
import { commandLine } from './command-line.ts';
import { heimdalTicket } from './heimdal-details.ts';
import { keytabRow } from './keytab.ts';
import { closeCache, type Listing, type Part } from './listing.ts';
import { printedLines, type PrintedLine } from '../../text/printed-lines.ts';
import { unixCache, unixNoCache, unixTicket } from './unix-tickets.ts';
import { ticketRetrieved, windowsFailure } from './windows-failures.ts';
import { windowsSession } from './windows-sessions.ts';
import { windowsTgt } from './windows-tgt.ts';
import { logonId, ticketCount, windowsTicket } from './windows-tickets.ts';

/** In the order in which they are asked; a command line explains nothing by itself. */
const PARTS: readonly Part[] = [
  windowsTicket,
  windowsFailure,
  windowsSession,
  ticketCount,
  logonId,
  windowsTgt,
  ticketRetrieved,
  unixCache,
  unixNoCache,
  heimdalTicket,
  unixTicket,
  keytabRow,
];

function read(text: string): Reading | undefined {
  const lines = printedLines(text);
  const listing: Listing = { facts: [], retrieved: [], inKeytab: false };
  const claimed: Span[] = [];
  for (let index = 0; index < lines.length;) {
    const rows = commandLine(lines, index, listing) > 0 ? 0 : rowsRead(lines, index, listing);
    const [first, last] = [lines[index], lines[index + rows - 1]];
    if (rows > 0 && first && last) claimed.push({ start: first.start, end: last.end });
    index += Math.max(rows, 1);
  }
  closeCache(listing);
  addRetrieved(listing);
  const facts = listing.facts.sort((a, b) => a.at.start - b.at.start);
  const kinds = new Set(
    facts.map(({ kind }): Kind => (kind === 'keytabEntry' ? 'keytab' : 'klist')),
  );
  if (listing.session !== undefined) kinds.add('klist');
  return kinds.size === 0 ? undefined : { kinds: [...kinds], facts, claimed };
}

function rowsRead(lines: readonly PrintedLine[], index: number, listing: Listing): number {
  for (const part of PARTS) {
    const rows = part(lines, index, listing);
    if (rows > 0) return Math.min(rows, lines.length - index);
  }
  return 0;
}

/** A ticket that the list below shows anyway is stated once, with all that the list says of it. */
function addRetrieved({ facts, retrieved }: Listing): void {
  const listed = new Set(
    facts.map((fact) => (fact.kind === 'ticket' ? spelled(fact.spn) : undefined)),
  );
  for (const ticket of retrieved) {
    if (!listed.has(spelled(ticket.spn))) facts.push(ticket);
    listed.add(spelled(ticket.spn));
  }
}

/** The reader of klist's output. */
export const klist: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).KLIST_RULES,
};
