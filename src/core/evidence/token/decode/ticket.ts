/** Ticket (RFC 4120 5.3): for whom it is and how it is locked; who uses it is inside the lock. */
import { named, members, wrapped } from '../../../binary/asn1/structures.ts';
import { integer, text } from '../../../binary/asn1/values.ts';
import type { Kerberos } from '../../../contract/decoded.ts';
import { encrypted, principal } from './principal.ts';

const TICKET = {
  0: integer<Kerberos>('tkt-vno'),
  1: text<Kerberos>(
    'realm',
    (kerberos, realm) => {
      kerberos.realm = realm;
    },
    'Domain whose KDC issued the ticket.',
  ),
  2: principal<Kerberos>('sname', (kerberos, name, type) => {
    kerberos.sname = name;
    if (type !== undefined) kerberos.nameType = type;
  }),
  3: encrypted<Kerberos>('enc-part', (kerberos, ticket) => {
    kerberos.ticket = ticket;
  }),
};

/** The members of a ticket, without its APPLICATION tag. */
export const ticketBody = members(TICKET);

/** A ticket as a field of its own. */
export const ticket = named('ticket', wrapped(ticketBody));

/** A ticket whose names are not those the message is about. */
export const otherTicket: typeof ticket = (place) => ticket(place, { message: 'Ticket' });
