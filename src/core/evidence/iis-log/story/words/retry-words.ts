/** Accounts that are tried again and again, in words. */
import { codeOf, where } from '../../attempts/phrases.ts';
import { agentWords } from '../agents.ts';
import type { Clock } from './clock.ts';
import { paceWords } from './pace.ts';
import type { Retries } from '../conclusions/retries.ts';
import type { Who } from '../conclusions/who.ts';

/** A sentence for each account with its devices, and what to do about them, said once for all. */
export function retryWords(retries: readonly Retries[], clock: Clock): string[] {
  const locked = retries.filter(({ isLockedOut }) => isLockedOut);
  const others = retries.filter(({ isLockedOut }) => !isLockedOut);
  const sentences = (list: readonly Retries[]) => list.map((one) => accountWords(one, clock));
  return [
    ...sentences(locked),
    ...(locked.length > 0 ? [unlockWords(locked)] : []),
    ...sentences(others),
    ...(others.length > 0 ? [changedWords(others)] : []),
  ];
}

function unlockWords(locked: readonly Retries[]): string {
  const accounts = locked.length === 1 ? 'the account' : 'the accounts';
  return `Correct the password stored on ${them(locked)} before you unlock ${accounts}.`;
}

function changedWords(others: readonly Retries[]): string {
  return `Probably the password was changed, and an old one is stored on ${them(others)}.`;
}

function them(retries: readonly Retries[]): string {
  return retries.length === 1 && retries[0]?.distinct === 1 ? 'it' : 'them';
}

function accountWords(retries: Retries, clock: Clock): string {
  const { user, isLockedOut, who, devices, distinct, isAgain } = retries;
  const isNamed = user !== '';
  const state = isLockedOut ? 'is locked out' : 'is refused';
  const often = who.endings === who.attempts ? '' : 'most often ';
  const code = who.ending ? `, ${often}${codeOf(who.ending)}` : '';
  const more = distinct - devices.length;
  const list = devices.map((device) => deviceWords(device, clock)).join('; ');
  const many = distinct === 1 ? 'one device keeps' : `${distinct} devices keep`;
  const keep = isAgain ? `${many} trying` : `${distinct} devices try it`;
  const lead = isNamed
    ? `${user} ${state}${code}, and`
    : `Who is refused is not logged${code}, but`;
  return `${lead} ${keep}: ${list}${more > 0 ? `; and ${more} more` : ''}.`;
}

/** `Apple-iPhone15C2/2107.102 at 10.9.0.3 since 08:00:03 UTC (30 401s at /app, about once a minute)` */
function deviceWords(device: Who, clock: Clock): string {
  const [agent] = device.agentNames;
  const [client = 'an unknown address'] = device.clientNames;
  const name = agent === undefined ? client : `${agentWords(agent)} at ${client}`;
  const since = Number.isNaN(device.first) ? '' : ` since ${clock.at(device.first)}`;
  return `${name}${since} (${paceWords(device, where(device))})`;
}
