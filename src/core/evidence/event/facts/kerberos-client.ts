/**
 * Kerberos on the client: an error that it received (3), KRB_AP_ERR_MODIFIED (4), and its own log of
 * names that nobody or that several accounts hold (100, 101).
 */
import { accountOf, spnOf, type Spn } from '../../../facts/names.ts';
import type { Fact } from '../../../facts/fact.ts';
import type { KnownEvent } from '../identify.ts';
import { codeIn, firstSpnOf, namesIn, only, originOf, placeOf, spnIn, textOf } from './values.ts';

export function kerberosError(event: KnownEvent): Fact[] {
  const error = codeIn(event, 'ErrorCode');
  if (!error) return [];
  const extended = codeIn(event, 'ExtendedError')?.code;
  return [
    {
      kind: 'kerberosError',
      at: error.at,
      ...originOf(event),
      code: error.code,
      ...only('spn', spnIn(event, 'TargetName') ?? spnIn(event, 'ServerName')),
      ...(extended !== undefined && extended !== 0 && { extended }),
    },
  ];
}

export function decryptFailed(event: KnownEvent): Fact[] {
  // In any language the server comes first, then the SPN.
  const [first, second] = namesIn(event);
  const server = textOf(event, 'Server') ?? (second === undefined ? undefined : first);
  const target = spnIn(event, 'Targetname') ?? spnOf(second ?? first ?? '');
  const realm = textOf(event, 'TargetRealm');
  const clientRealm = textOf(event, 'ClientRealm');
  return [
    {
      kind: 'decryptFailed',
      at: placeOf(event, 'Targetname', 'Server'),
      ...originOf(event),
      ...only('server', server === undefined ? undefined : accountOf(server.replace(/[.,]$/, ''))),
      ...only('target', target),
      ...only('realm', realm?.toUpperCase()),
      ...only('clientRealm', clientRealm?.toUpperCase()),
    },
  ];
}

/** The SPN of a value, or the only one of the message. */
function named(event: KnownEvent): Spn | undefined {
  return spnIn(event, 'SPN') ?? firstSpnOf(namesIn(event));
}

export function unknownName(event: KnownEvent): Fact[] {
  return [
    {
      kind: 'unknownName',
      at: placeOf(event, 'SPN'),
      ...originOf(event),
      ...only('spn', named(event)),
    },
  ];
}

export function duplicateName(event: KnownEvent): Fact[] {
  const spn = spnIn(event, 'Name') ?? named(event);
  return [
    {
      kind: 'duplicateName',
      at: placeOf(event, 'Name', 'SPN'),
      ...originOf(event),
      ...only('name', textOf(event, 'Name', 'SPN')),
      ...only('spn', spn),
    },
  ];
}
