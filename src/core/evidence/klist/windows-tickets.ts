/** `klist` and `klist tickets` of Windows, in any display language, and the count above the tickets. */
import { etypeOfName } from '../../codes/etype-of-name.ts';
import type { FactTypes } from '../../facts/fact.ts';
import { hostOf, spnOf } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { clientOf, closeCache, countTicket, openCache, type Part } from './listing.ts';
import { placeOf, type PrintedLine } from '../../text/printed-lines.ts';
import { flagNames, RANK, windowsField, type WindowsField } from './windows-fields.ts';

/** Lines of one ticket, with some that were broken in two. */
const TICKET_LINES = 16;
const HEAD = /^(?:#\d{1,4}|\d{1,4}(?=\S{1,5}\s.{1,300} @ ))(?:>|&gt;)/;
const PROMPT = /^(?:PS )?[a-z]:\\/i;

type Ticket = { -readonly [Key in keyof FactTypes['ticket']]?: FactTypes['ticket'][Key] } & {
  at?: Span;
};

export const windowsTicket: Part = (lines, index, listing) => {
  const head = lines[index];
  if (!head || !HEAD.test(head.text)) return 0;
  const ticket: Ticket = {};
  let rank: number = RANK.none;
  let read = 1;
  let strangers = 0;
  for (let next = index; next < lines.length && next < index + TICKET_LINES; next++) {
    const line = lines[next];
    if (!line || rank === RANK.kdc || (next > index && HEAD.test(line.text))) break;
    const field = windowsField(line.text, rank);
    const more = rank === RANK.flags && !field ? flagNames(line.text) : [];
    if (field) {
      rank = field.rank;
      keep(ticket, field, line);
    } else if (more.length > 0) ticket.flags = [...(ticket.flags ?? []), ...more];
    else if (next > index && (strangers++ > 0 || PROMPT.test(line.text))) break;
    else if (next > index && !/[:：]/.test(line.text)) break;
    else continue;
    strangers = 0;
    read = next - index + 1;
  }
  if (rank < RANK.server) return rank === RANK.none ? 0 : read;
  countTicket(listing, head, 'windows');
  const { at = head, spn, ...rest } = ticket;
  if (spn) listing.facts.push({ kind: 'ticket', at, spn, seen: 'cache', ...rest });
  return read;
};

function keep(ticket: Ticket, { rank, match }: WindowsField, line: PrintedLine): void {
  const [, value = '', realm = ''] = match;
  if (rank === RANK.client) ticket.client = clientOf(value, realm);
  if (rank === RANK.server) {
    const spn = spnOf(value);
    ticket.at = { start: placeOf(line, match, 1).start, end: placeOf(line, match, 2).end };
    if (spn) ticket.spn = spn;
    if (realm !== '') ticket.realm = realm.toUpperCase();
  }
  const etype = rank === RANK.etype ? etypeOfName(value) : undefined;
  if (etype !== undefined) {
    ticket.etype = etype;
    ticket.etypeAt = placeOf(line, match, 1);
  }
  if (rank === RANK.flags) {
    ticket.flags = flagNames(value);
    ticket.flagsAt = placeOf(line, match, 1);
  }
  if (rank === RANK.end) ticket.end = value;
  if (rank === RANK.kdc && value !== '') ticket.kdc = hostOf(value);
}

/** `Cached Tickets: (2)`, `Zwischengespeicherte Tickets: (1)`, `Tickets mis en cache : (7)` */
const COUNT = /^[^:：]{1,60}[:：]\s{0,4}[(（](\d{1,5})[)）]$/;

export const ticketCount: Part = (lines, index, listing) => {
  const line = lines[index];
  const count = COUNT.exec(line?.text ?? '')?.[1];
  if (!line || count === undefined) return 0;
  const isHeaded =
    /tickets?\b/i.test(line.text) ||
    LOGON_ID.test(lines[index - 1]?.text ?? '') ||
    HEAD.test(lines[index + 1]?.text ?? '');
  if (!isHeaded) return 0;
  openCache(listing, { at: line, tool: 'windows', count: Number(count) });
  return 1;
};

/** `Current LogonId is 0:0x3e7a1` */
const LOGON_ID = /^[^:]{3,60}\s0:(0x[0-9a-f]{1,16})$/i;

export const logonId: Part = (lines, index, listing) => {
  const id = LOGON_ID.exec(lines[index]?.text ?? '')?.[1];
  if (id === undefined) return 0;
  closeCache(listing);
  listing.session = id.toLowerCase();
  return 1;
};
