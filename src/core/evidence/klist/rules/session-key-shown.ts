/**
 * The paste contains the session key of a ticket-granting ticket, as `klist tgt` prints it in an
 * elevated window. With the encoded ticket below it, anyone can act as that user until it expires.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { cachedTickets, ownerOf } from './words.ts';

export const sessionKeyShown: Rule = {
  id: 'klist.session-key-shown',
  says: 'The paste contains the session key of a ticket.',
  needs: ['ticket'],
  judge(facts) {
    const shown = cachedTickets(facts).filter(({ showsSessionKey }) => showsSessionKey);
    return shown.slice(0, 1).map((ticket) => ({
      severity: 'warning',
      title: `The paste contains the session key of the ticket-granting ticket of ${ownerOf(ticket)}. Do not pass it on.`,
      article: 'klist-guide',
      evidence: shown.map(({ at }) => at),
      next: [
        say('Remove the lines KeyLength and EncodedTicket before you share the output.'),
        run('client', command`klist purge`),
      ],
    }));
  },
};
