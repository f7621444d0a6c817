/**
 * What a server offers when no token says more.
 *
 *     HTTP/1.1 401 Unauthorized
 *     WWW-Authenticate: NTLM                   (and no Negotiate: Kerberos cannot happen)
 *
 * Can be wrong when the paste leaves out a header line, or a proxy has removed one.
 */
import type { Message } from '../../contract/decoded.ts';
import type { Facts } from '../../facts/facts.ts';
import { inCommand } from '../../text/escape/in-command.ts';
import type { Check } from '../rule.ts';
import { tokensIn } from '../../evidence/token/rules/words.ts';

/** Answers that start an authentication: 401, or headers without a status line. */
function offersIn(facts: Facts): Message[] {
  return (facts.messages ?? []).filter(
    (message) =>
      message.direction === 'response' &&
      (message.status ?? 401) === 401 &&
      (message.schemes?.length ?? 0) > 0 &&
      tokensIn(facts, message).length === 0,
  );
}

export const httpNegotiateNotOffered: Check = (facts) => {
  const answer = offersIn(facts).find(
    ({ schemes }) => schemes?.includes('NTLM') && !schemes.includes('Negotiate'),
  );
  if (!answer) return [];
  const site = facts.messages?.find(({ host }) => host !== undefined)?.host;
  return [
    {
      id: 'http.negotiate-not-offered',
      severity: 'warning',
      title: 'The server offers NTLM but not Negotiate, so no client can use Kerberos.',
      article: 'negotiate-header-missing',
      evidence: [answer.at],
      caveat: 'Only if the paste shows all WWW-Authenticate lines and no proxy has removed one.',
      next: [
        `curl -v http://${inCommand(site, '<server>')}/`,
        'Look for a line WWW-Authenticate: Negotiate in its answer.',
        'appcmd list config "<site>" -section:system.webServer/security/authentication/windowsAuthentication',
      ],
    },
  ];
};

export const httpOffer: Check = (facts) => {
  const [answer] = offersIn(facts);
  const carried = facts.messages?.some((m) => m.direction === 'request' && m.schemes) ?? false;
  if (!answer || carried || facts.tokens.length > 0) return [];
  const schemes = [...new Set(answer.schemes)];
  return [
    {
      id: 'http.offer',
      severity: 'info',
      title: `The server offers ${schemes.join(', ')}; the client has to choose and send a token.`,
      article: 'how-negotiate-works',
      evidence: [answer.at],
      next: ['Look at the next request: its Authorization header shows what the client chose.'],
    },
  ];
};
