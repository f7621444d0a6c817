/** Accounts that are tried again and again, in words. */
import { codeOf, where } from '../../attempts/phrases.ts';
import { agentWords } from '../agents.ts';
import type { Clock } from './clock.ts';
import { paceWords } from './pace.ts';
import type { Retries } from '../conclusions/retries.ts';
import type { Who } from '../conclusions/who.ts';

/** The account with its devices, and what to do about them. */
export function retryWords(retries: Retries, clock: Clock): string[] {
  const { user, isLockedOut, who, devices, distinct, isAgain } = retries;
  const account = user === '' ? 'A name or password' : user;
  const state = isLockedOut ? 'is locked out' : 'is refused';
  const code = who.ending ? `, ${codeOf(who.ending)}` : '';
  const more = distinct - devices.length;
  const list = devices.map((device) => deviceWords(device, clock)).join('; ');
  const many = distinct === 1 ? 'one device keeps' : `${distinct} devices keep`;
  const keep = isAgain ? `${many} trying` : `${distinct} devices try it`;
  return [
    `${account} ${state}${code}, and ${keep}: ${list}${more > 0 ? `; and ${more} more` : ''}.`,
    isLockedOut
      ? `Correct the password stored on ${distinct === 1 ? 'it' : 'them'} before you unlock the account.`
      : `Probably the password was changed, and an old one is stored on ${distinct === 1 ? 'it' : 'them'}.`,
  ];
}

/** `Apple-iPhone15C2/2107.102 at 10.9.0.3 since 08:00:03 UTC (30 401s at /app, about once a minute)` */
function deviceWords(device: Who, clock: Clock): string {
  const [agent] = device.agentNames;
  const [client = 'an unknown address'] = device.clientNames;
  const name = agent === undefined ? client : `${agentWords(agent)} at ${client}`;
  const since = Number.isNaN(device.first) ? '' : ` since ${clock.at(device.first)}`;
  return `${name}${since} (${paceWords(device, where(device))})`;
}
