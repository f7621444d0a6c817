/** Whether two pieces of evidence can be about one logon: nothing that both show may differ. */
import { compareAccounts, isAddress } from '../../../facts/names.ts';
import { mayBeOne } from '../moments.ts';
import type { Party } from './uses.ts';

/** Seconds between a refusal and what follows it: a client remembers that an SPN was not found for 15 minutes. */
const REMEMBERED = 900;

export function canBeOneLogon(a: Party, b: Party): boolean {
  return (
    sameAddress(a.address, b.address) &&
    (a.host === undefined || b.host === undefined || isSameHost(a.host, b.host)) &&
    (!a.account || !b.account || compareAccounts(a.account, b.account) !== 'different') &&
    mayBeOne(a.time, b.time, REMEMBERED)
  );
}

/** True where both show the same address or name of the client, not only nothing that differs. */
export function isSurelyOneClient(a: Party, b: Party): boolean {
  const isAddressed = a.address !== undefined && a.address === b.address;
  return isAddressed || (!!a.account && !!b.account && a.account.name === b.account.name);
}

function sameAddress(a: string | undefined, b: string | undefined): boolean {
  // Behind a proxy, and for IPv4 and IPv6 of one computer, addresses differ; names then tell.
  if (a === undefined || b === undefined || !isAddress(a) || !isAddress(b)) return true;
  return a.includes(':') !== b.includes(':') || a.toLowerCase() === b.toLowerCase();
}

function isSameHost(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
