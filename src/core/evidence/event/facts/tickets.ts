/**
 * Tickets, as a domain controller records them: 4768 and 4771 for the ticket-granting ticket, 4769 for a
 * service ticket, and their ancestors 672, 673 and 675. A service ticket that was issued is under the name
 * of the account that holds the SPN; one that was refused is under the SPN.
 */
import type { TicketClient } from '../../../facts/event-facts.ts';
import type { Fact } from '../../../facts/fact.ts';
import { accountOf, spnOf } from '../../../facts/names.ts';
import { describeKerberos } from '../../../codes/lookup.ts';
import type { KnownEvent } from '../identify.ts';
import {
  accountIn,
  addressIn,
  codeIn,
  numberIn,
  only,
  originOf,
  placeOf,
  textOf,
} from './values.ts';

const NO_ETYPE = 0xffffffff;

function clientOf(event: KnownEvent): TicketClient {
  const name = textOf(event, 'TargetUserName') ?? '';
  // 4769 has the realm in the name, 4768 next to it.
  const client = name.includes('@')
    ? accountOf(name)
    : accountIn(event, 'TargetUserName', 'TargetDomainName');
  return { ...only('client', client), ...only('address', addressIn(event, 'IpAddress')) };
}

/** Encryption types are hexadecimal here; some are negative (RFC 4757). */
function etypeOf(event: KnownEvent, name: string): number | undefined {
  const code = codeIn(event, name)?.code;
  return code === undefined || code === NO_ETYPE ? undefined : code | 0;
}

export function signIn(event: KnownEvent): Fact[] {
  const status = codeIn(event, 'Status');
  if (!status) return [];
  const common = { ...originOf(event), ...clientOf(event) };
  const preAuthType = only('preAuthType', numberIn(event, 'PreAuthType'));
  if (status.code !== 0) {
    const refused = { ...common, code: status.code, ...preAuthType };
    return [{ kind: 'signInRefused', at: status.at, ...refused }];
  }
  // 4771 and 675 are written for failures only.
  if (event.id === 4771 || event.id === 675) return [];
  const etype = etypeOf(event, 'TicketEncryptionType');
  const etypeAt = etype === undefined ? {} : { etypeAt: placeOf(event, 'TicketEncryptionType') };
  return [
    {
      kind: 'signIn',
      at: status.at,
      ...common,
      ...preAuthType,
      ...only('etype', etype),
      ...etypeAt,
    },
  ];
}

export function serviceTicket(event: KnownEvent): Fact[] {
  const status = codeIn(event, 'Status');
  if (!status) return [];
  return status.code === 0 ? issued(event) : refused(event, status);
}

function issued(event: KnownEvent): Fact[] {
  const owner = textOf(event, 'ServiceName');
  const etype = etypeOf(event, 'TicketEncryptionType');
  return [
    {
      kind: 'ticketIssued',
      at: placeOf(event, 'ServiceName', 'Status'),
      ...originOf(event),
      ...clientOf(event),
      ...only('owner', owner === undefined ? undefined : accountOf(owner)),
      ...only('etype', etype),
      ...(etype !== undefined && { etypeAt: placeOf(event, 'TicketEncryptionType') }),
      ...only('sessionEtype', etypeOf(event, 'SessionKeyEncryptionType')),
    },
  ];
}

function refused(event: KnownEvent, { code, at }: { code: number; at: Fact['at'] }): Fact[] {
  const service = textOf(event, 'ServiceName');
  const spn = spnOf(service ?? '');
  const { computer: kdc, time } = originOf(event);
  return [
    {
      kind: 'ticketRefused',
      at,
      ...only('spn', spn),
      code,
      space: 'kerberos',
      ...only('name', describeKerberos(code)?.name),
      told: 'kdc',
      ...clientOf(event),
      ...(service !== undefined && !spn && { service: accountOf(service) }),
      ...only('kdc', kdc),
      ...only('time', time),
    },
  ];
}
