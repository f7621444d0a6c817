/**
 * How far apart the clocks are that a KRB-ERROR and its HTTP answer name. `ctime` is the client's,
 * `stime` the clock of whoever made the error, `Date` the web server's (or a proxy's before it).
 */
import type { Kerberos, Token } from '../../contract/decoded.ts';
import { dateIn } from '../../evidence/http/dates.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';
import { isSameSource } from './exchange.ts';
import { proof } from '../../evidence/token/rules/words.ts';

export interface ClockDifference {
  sentence: string;
  evidence: Span[];
}

/** `12 s`, `7 min 5 s`, `2 h 3 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The answer a token stands in reaches to the next blank line or message; this far is looked. */
const AFTER = 2_000;

/** Its other headers come before the next message. */
function endOfAnswer({ messages }: FactBase, { at }: Token, length: number): number {
  const next = messages.find(
    (message) => isSameSource(message.at, at) && message.at.start >= at.end,
  );
  return Math.min(length, at.end + AFTER, next?.at.start ?? Infinity);
}

/** What the token's source tells of the clocks; undefined when the error gives no time. */
export function clockDifference(facts: FactBase, token: Token): ClockDifference | undefined {
  const { serverTime, clientTime }: Kerberos = token.kerberos ?? { message: '' };
  if (serverTime === undefined) return undefined;
  const stime = Date.parse(serverTime);
  const evidence = proof(token, 'stime');
  if (clientTime !== undefined) {
    const apart = Date.parse(clientTime) - stime;
    const side = apart > 0 ? 'ahead of' : 'behind';
    const sentence = `The client's clock is ${duration(apart)} ${side} the server's (${serverTime}).`;
    return { sentence, evidence: [...evidence, ...proof(token, 'ctime')] };
  }
  const text = facts.textOf(token.at);
  const answer = facts.messages.find(
    ({ at }) =>
      isSameSource(at, token.at) && token.at.start >= at.start && token.at.start < at.end + AFTER,
  );
  const date = dateIn(text, answer?.at.start ?? 0, endOfAnswer(facts, token, text.length));
  if (!date) return { sentence: `The server's clock stood at ${serverTime}.`, evidence };
  const apart = date.time - stime;
  const sentence =
    Math.abs(apart) < 60_000
      ? `The server's clock stood at ${serverTime}, and the Date header agrees: compare it with the client's.`
      : `The error gives ${serverTime}; the Date header of the answer is ${duration(apart)} ${apart > 0 ? 'later' : 'earlier'}.`;
  return { sentence, evidence: [...evidence, { ...token.at, ...date.at }] };
}
