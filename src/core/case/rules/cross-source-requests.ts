/** How a person provides what the rules across sources miss; one wording for all of them. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { spelled, withoutPort } from '../../facts/names.ts';
import { run } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { requestedSpns } from '../join/requested-spns.ts';
import type { Request } from '../rule.ts';

/**
 * Asks the directory for the SPN that a client asked for, else for that of a host that the site is
 * bound to. Nothing to ask for where Windows authentication is written to be off.
 */
export function askForOwner(facts: FactBase): Request | undefined {
  const [requested] = requestedSpns(facts);
  const settings = facts.all('windowsAuthentication');
  const isOff = settings.length > 0 && settings.every(isWrittenOff);
  if (!requested && isOff) return undefined;
  const bound = facts.all('binding').find(({ host }) => host !== '')?.host;
  const spn = requested ? spelled(requested.spn) : bound && `HTTP/${bound}`;
  return {
    wants: 'setspn',
    why: 'Shows which account holds the SPN.',
    step: run('anywhere', command`setspn -F -Q ${[spn, 'SPN']}`),
  };
}

/** The whole file: sites, bindings, pools and settings stand in it together. */
export function askForConfig(): Request {
  return {
    wants: 'config',
    why: 'Shows which account decrypts the ticket.',
    step: run('server', command`type %windir%\\system32\\inetsrv\\config\\applicationHost.config`),
  };
}

export function askForTickets(): Request {
  return {
    wants: 'klist',
    why: 'Shows which SPN the client asks for.',
    step: run('client', command`klist`),
  };
}

/** Asks DNS, past the hosts file, for the host that a client asked for. */
export function askForName(facts: FactBase): Request {
  const named = facts.messages.find(({ host }) => host !== undefined)?.host;
  const host = named && withoutPort(named);
  return {
    wants: 'dns',
    why: 'Shows whether the name in the URL is an alias.',
    step: run('client', command`Resolve-DnsName ${[host, 'HOST NAME IN THE URL']}`),
  };
}

function isWrittenOff({ enabled, stated }: FactOf<'windowsAuthentication'>): boolean {
  return !enabled && stated.includes('enabled');
}
