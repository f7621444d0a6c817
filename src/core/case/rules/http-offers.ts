/**
 * What a server offers when no token says more.
 *
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: NTLM                   (and no Negotiate: Kerberos cannot happen)
 *
 * Can be wrong when the paste leaves out a header line, or a proxy has removed one.
 */
import type { Message } from '../../contract/decoded.ts';
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { command } from '../../text/escape/command.ts';
import { isSameSource, tokensIn } from '../join/exchange.ts';
import type { Rule } from '../rule.ts';

/** Answers that start an authentication: 401, or headers without a status line. */
function offersIn(facts: FactBase): Message[] {
  return facts.messages.filter(
    (message) =>
      message.direction === 'response' &&
      (message.status ?? 401) === 401 &&
      (message.schemes?.length ?? 0) > 0 &&
      message.hidesToken !== true &&
      tokensIn(facts, message).length === 0,
  );
}

/** With a token too: the server goes on with Negotiate. */
const offersNegotiate = ({ direction, status = 401, schemes }: Message): boolean =>
  direction === 'response' && status === 401 && schemes?.includes('Negotiate') === true;

export const httpNegotiateNotOffered: Rule = {
  id: 'http.negotiate-not-offered',
  says: 'The server offers NTLM but not Negotiate.',
  needs: ['messages'],
  settles: [
    {
      check: 'negotiate-offered',
      state: 'failed',
      says: 'The server offered NTLM and not Negotiate.',
    },
    {
      check: 'negotiate-offered',
      state: 'passed',
      when: 'ruled-out',
      says: 'The server offered Negotiate.',
    },
  ],
  judge: (facts) => {
    const answer = offersIn(facts).find(
      ({ schemes }) => schemes?.includes('NTLM') && !schemes.includes('Negotiate'),
    );
    if (!answer) {
      const offers = facts.messages.filter(offersNegotiate);
      return offers.length > 0 ? { ruledOut: offers.map(({ at }) => at) } : [];
    }
    const site = facts.messages.find(
      ({ host, at }) => host !== undefined && isSameSource(at, answer.at),
    )?.host;
    return [
      {
        severity: 'warning',
        title: 'The server offers NTLM but not Negotiate, so no client can use Kerberos.',
        article: 'negotiate-header-missing',
        evidence: [answer.at],
        caveat: 'Only if the paste shows all WWW-Authenticate lines and no proxy has removed one.',
        next: [
          run('client', command`curl -v http://${[site, 'server']}/`),
          say('Look for a line WWW-Authenticate: Negotiate in its answer.'),
          run(
            'server',
            command`appcmd list config "<site>" -section:system.webServer/security/authentication/windowsAuthentication`,
          ),
        ],
      },
    ];
  },
};

export const httpOffer: Rule = {
  id: 'http.offer',
  says: 'The server makes its offer, and the client has not chosen yet.',
  needs: ['messages'],
  judge: (facts) => {
    const [answer] = offersIn(facts);
    const carried = facts.messages.some((m) => m.direction === 'request' && m.schemes);
    // A program that says why it cannot answer tells more.
    const isTold = facts.has('errorText') || facts.has('gssFailure');
    if (!answer || carried || isTold || facts.tokens.length > 0) return [];
    const schemes = [...new Set(answer.schemes)];
    const isWithoutNtlm = schemes.includes('Negotiate') && !schemes.includes('NTLM');
    const own = isWithoutNtlm
      ? ' NTLM is not offered by its own name: a client that knows only that, such as curl --ntlm, cannot log on.'
      : '';
    return [
      {
        severity: 'info',
        title: `The server offers ${schemes.join(', ')}; the client has to choose and send a token.${own}`,
        article: 'how-negotiate-works',
        evidence: [answer.at],
        ...(isWithoutNtlm && { caveat: 'Only if the paste shows all WWW-Authenticate lines.' }),
        next: [
          say('Look at the next request: its Authorization header shows what the client chose.'),
        ],
      },
    ];
  },
};
