/**
 * `klist sessions` of Windows. Without elevation it shows the sessions of other accounts as errors.
 *
 *     [3] Session 0 0:0x977a31 CONTOSO\alice Kerberos:Batch
 *     [4] Error calling API LsaGetLogonSessionData on LogonId (0:3e5): 0x5
 */
import { accountOf } from '../../facts/names.ts';
import type { Part } from './listing.ts';

const SESSION =
  /^\[\d{1,4}\] \S{1,30} \d{1,6} 0:(0x[0-9a-f]{1,16}) (\S.{0,200}?)?\s?(\w{1,40}):\S{1,40}$/i;
const UNREADABLE = /^\[\d{1,4}\] .{0,60}LsaGetLogonSessionData\b/;

export const windowsSession: Part = (lines, index, listing) => {
  const line = lines[index];
  if (!line) return 0;
  if (UNREADABLE.test(line.text)) return 1;
  const [, id, account = '', authenticationPackage] = SESSION.exec(line.text) ?? [];
  if (id === undefined || authenticationPackage === undefined) return 0;
  listing.facts.push({
    kind: 'logonSession',
    at: { start: line.start, end: line.end },
    id: id.toLowerCase(),
    account: accountOf(account),
    authenticationPackage,
    isCurrent: id.toLowerCase() === listing.session,
  });
  return 1;
};
