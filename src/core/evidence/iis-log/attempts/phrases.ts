/** Pieces of sentences about attempts: who, as whom, where, with which code. */
import { counted } from '../../../text/counted.ts';
import { describeWin32 } from '../../../codes/lookup.ts';
import type { Sequence } from '../../../contract/decoded.ts';

/** ` by 10.0.0.5`, ` by 4 clients`, or nothing when the paste has no address. */
export function byWhom({
  clientNames,
  clients,
}: Pick<Sequence, 'clientNames' | 'clients'>): string {
  const [only] = clientNames;
  if (clients > 1) return ` by ${counted(clients, 'client')}`;
  return only === undefined ? '' : ` by ${only}`;
}

/** ` at /app/`, ` at 7 resources`, or nothing when the paste has no path. */
export function where({ uris, resources }: Pick<Sequence, 'uris' | 'resources'>): string {
  const [only] = uris;
  if (resources > 1) return ` at ${counted(resources, 'resource')}`;
  return only === undefined ? '' : ` at ${only}`;
}

/** ` as CONTOSO\anna`, ` as 5 users`, or nothing when no row has a name. */
export function asWhom({ userNames, users }: Pick<Sequence, 'userNames' | 'users'>): string {
  const [only] = userNames;
  if (users > 1) return ` as ${counted(users, 'user')}`;
  return only === undefined ? '' : ` as ${only}`;
}

/** `401.1 with 2148074252 (SEC_E_LOGON_DENIED)` of the row that decided. */
export function codeOf({ substatus, win32 }: { substatus?: number; win32?: number }): string {
  const status = substatus === undefined ? '401' : `401.${substatus}`;
  if (win32 === undefined) return status;
  const name = describeWin32(win32)?.name;
  return `${status} with ${win32}${name === undefined ? '' : ` (${name})`}`;
}
