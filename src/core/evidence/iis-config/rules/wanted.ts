/**
 * What goes with configuration: which ticket the client has. The comparison is made where all sources
 * of a case meet; this only asks for what is missing.
 */
import type { Request, Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { command } from '../../../text/escape/command.ts';

function hostIn(facts: FactBase): string | undefined {
  return facts.all('binding').find(({ host }) => host !== '')?.host;
}

/** Nothing to ask for where Windows authentication is written to be off. */
function isOn(facts: FactBase): boolean {
  return facts
    .all('windowsAuthentication')
    .some(({ enabled, stated }) => enabled || !stated.includes('enabled'));
}

export const ticketWanted: Rule = {
  id: 'config.ticket-wanted',
  says: 'The client has no ticket for the site.',
  needs: ['windowsAuthentication', 'ticket'],
  settles: [
    {
      check: 'ticket-issued',
      state: 'known',
      says: 'Which account decrypts, and which one holds the SPN.',
    },
  ],
  asks: {
    ticket: (facts): Request | undefined =>
      isOn(facts)
        ? {
            wants: 'klist',
            why: 'Shows whether the client gets a ticket, for which SPN, and with which encryption.',
            step: run('client', command`klist get HTTP/${[hostIn(facts), 'HOST']}`),
          }
        : undefined,
  },
  judge: () => [],
};
