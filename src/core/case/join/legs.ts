/** The requests of each source with their answers, and the tokens that each of them carries. */
import type { Message, Token } from '../../contract/decoded.ts';
import { fromClient } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { withoutPort } from '../../facts/names.ts';
import { messagesBySource, tokensIn } from './exchange.ts';

/** One request and its answer; one of the two where the source does not show the other. */
export interface Leg {
  readonly request?: Message;
  readonly answer?: Message;
  /** Tokens of the request, and of the answer. */
  readonly sent: readonly Token[];
  readonly received: readonly Token[];
}

/** The legs of each source that has HTTP messages, in their order. */
export function legsOf(facts: FactBase): Leg[][] {
  return messagesBySource(facts).map((messages) => {
    const legs: { request?: Message; answer?: Message }[] = [];
    // The last leg of each connection; most sources do not tell them apart.
    const lasts = new Map<string | undefined, { request?: Message; answer?: Message }>();
    for (const message of messages) {
      const last = lasts.get(message.connection);
      if (message.direction === 'response' && last && !last.answer) {
        last.answer = message;
        continue;
      }
      const leg = message.direction === 'request' ? { request: message } : { answer: message };
      lasts.set(message.connection, leg);
      legs.push(leg);
    }
    return legs.map(({ request, answer }) => ({
      ...(request && { request }),
      ...(answer && { answer }),
      sent: request ? tokensIn(facts, request).filter(isFromClient) : [],
      received: answer ? tokensIn(facts, answer).filter((token) => !isFromClient(token)) : [],
    }));
  });
}

/** By its header where that is known; Basic is sent by clients only. */
function isFromClient(token: Token): boolean {
  const { header, basic } = token;
  if (header !== undefined) return /authorization$/i.test(header);
  return basic !== undefined || fromClient(token);
}

/** The token with which a client is done: the ticket, the last message of NTLM, a password. */
export function lastToken({ sent }: Leg): Token | undefined {
  return sent.find(
    ({ ntlm, kerberos, basic }) =>
      ntlm?.type === 3 || kerberos?.message === 'AP-REQ' || basic !== undefined,
  );
}

/** True when the answer asks for a logon: 401 of a site, 407 of a proxy. */
export function isChallenge({ answer }: Leg): boolean {
  return answer?.status === 401 || answer?.status === 407;
}

/** True when the answer holds a token, be it one that cannot be read. */
export function goesOn({ received, answer }: Leg): boolean {
  return received.length > 0 || answer?.hidesToken === true;
}

/** Schemes of Windows authentication among those that the answer offers. */
export function windowsOffers({ answer }: Leg): string[] {
  return (answer?.schemes ?? []).filter((scheme) => WINDOWS.has(scheme));
}

const WINDOWS = new Set(['Negotiate', 'NTLM']);

/** True for curl: told to use Negotiate or Basic, it does so in its first request. */
export function sendsAtOnce({ program = '' }: Message): boolean {
  return /^curl\//i.test(program);
}

/** The host that a request goes to, without its port. */
export function hostOfLeg({ request }: Leg): string | undefined {
  return request?.host === undefined ? undefined : withoutPort(request.host);
}
