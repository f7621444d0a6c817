/** How a person provides what the rules across sources miss; one wording for all of them. */
import type { FactBase } from '../../facts/fact-base.ts';
import { spelled } from '../../facts/names.ts';
import { run } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { requestedSpns } from '../join/requested-spns.ts';
import type { Request } from '../rule.ts';

/** Asks the directory for the SPN that a client asked for. */
export function askForOwner(facts: FactBase): Request {
  const [requested] = requestedSpns(facts);
  const spn = requested && spelled(requested.spn);
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
  const host = facts.messages.find(({ host }) => host !== undefined)?.host?.replace(/:\d+$/, '');
  return {
    wants: 'dns',
    why: 'Shows whether the name in the URL is an alias.',
    step: run('client', command`Resolve-DnsName ${[host, 'HOST NAME IN THE URL']}`),
  };
}
