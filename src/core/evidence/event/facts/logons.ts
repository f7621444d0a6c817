/** Logons, as the computer records them on which somebody logs on: 4624, 4625, 4648, and 529 to 540. */
import type { LogonFields } from '../../../facts/event-facts.ts';
import type { Fact } from '../../../facts/fact.ts';
import type { KnownEvent } from '../identify.ts';
import {
  accountIn,
  addressIn,
  codeIn,
  hostIn,
  numberIn,
  only,
  originOf,
  placeOf,
  textOf,
} from './values.ts';

function fieldsOf(event: KnownEvent): LogonFields {
  return {
    ...only('account', accountIn(event, 'TargetUserName', 'TargetDomainName')),
    ...only('logonType', numberIn(event, 'LogonType')),
    ...only('package', textOf(event, 'AuthenticationPackageName')),
    ...only('lmPackage', textOf(event, 'LmPackageName')),
    ...only('logonProcess', textOf(event, 'LogonProcessName')),
    ...only('workstation', hostIn(event, 'WorkstationName')),
    ...only('address', addressIn(event, 'IpAddress')),
    ...only('process', textOf(event, 'ProcessName')),
  };
}

/** Only with something that says how: the words alone state no logon. */
export function logon(event: KnownEvent): Fact[] {
  const fields = fieldsOf(event);
  if (fields.package === undefined && fields.logonType === undefined) return [];
  const at = placeOf(event, 'AuthenticationPackageName', 'LogonType');
  return [{ kind: 'logon', at, ...originOf(event), ...fields }];
}

/** What 529 to 539 say by their number alone. */
const STATUS_OF: Readonly<Record<number, number>> = {
  530: 0xc000006f,
  531: 0xc0000072,
  532: 0xc0000193,
  533: 0xc0000070,
  534: 0xc000015b,
  535: 0xc0000071,
  536: 0xc0000192,
  539: 0xc0000234,
};

export function logonFailed(event: KnownEvent): Fact[] {
  const status = codeIn(event, 'Status');
  const sub = codeIn(event, 'SubStatus');
  const known = STATUS_OF[event.id];
  const fields = fieldsOf(event);
  const isEmpty = !status && !sub && known === undefined;
  if (isEmpty && Object.keys(fields).length === 0) return [];
  const at = (sub && sub.code !== 0 ? sub : (status ?? sub))?.at ?? event.at;
  return [
    {
      kind: 'logonFailed',
      at,
      ...originOf(event),
      ...fields,
      ...only('status', status?.code ?? known),
      ...only('subStatus', sub?.code),
    },
  ];
}

export function explicitLogon(event: KnownEvent): Fact[] {
  const account = accountIn(event, 'TargetUserName', 'TargetDomainName');
  if (!account) return [];
  return [
    {
      kind: 'explicitLogon',
      at: placeOf(event, 'TargetUserName'),
      ...originOf(event),
      account,
      ...only('by', accountIn(event, 'SubjectUserName', 'SubjectDomainName')),
      ...only('target', hostIn(event, 'TargetServerName')),
      ...only('process', textOf(event, 'ProcessName')),
      ...only('address', addressIn(event, 'IpAddress')),
    },
  ];
}
