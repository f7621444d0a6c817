/**
 * The Negotiate handler of ASP.NET Core:
 *
 *     info: Microsoft.AspNetCore.Authentication.Negotiate.NegotiateHandler[1]
 *           Incomplete Negotiate handshake, sending an additional 401 Negotiate challenge.
 *
 * and the exception that it ends with. Its words are not translated. Source:
 * NegotiateLoggingExtensions.cs and NegotiateHandler.cs of ASP.NET Core 3.1 to 10.
 */
import type { FactOf } from '../../facts/fact.ts';
import type { Fact } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import type { Part } from './part.ts';

type Says = FactOf<'negotiateHandler'>['says'];

const MESSAGES: readonly (readonly [words: RegExp, says: Says])[] = [
  [/Challenged 401 Negotiate/g, 'challenged'],
  [/Incomplete Negotiate handshake/g, 'continues'],
  [/Enabling credential persistence for a complete Kerberos handshake/g, 'completed'],
  [/Disabling credential persistence for a complete (?<protocol>\w{1,20}) handshake/g, 'completed'],
  [/anonymous request was received in between authentication handshake/g, 'between'],
  [/Deferring to the server's implementation of Windows Authentication/g, 'deferred'],
];
/** An exception of Windows, and below it the handler in its stack. */
const EXCEPTION = /Win32Exception \((0x[\da-f]{8})\)/gi;
const HANDLER = 'NegotiateHandler.HandleRequestAsync';
/** Characters between the two, at most: a dozen lines of a stack. */
const STACK = 3_000;
/** What .NET on Linux and macOS writes for every failure of GSSAPI (NTE_FAIL). */
const GSSAPI = /\((0x80090020)\): ?GSSAPI operation failed/gi;

export const negotiateHandler: Part = (text) => {
  const facts: Fact[] = [];
  for (const [words, says] of MESSAGES) {
    for (const { 0: whole, index, groups } of text.matchAll(words)) {
      const protocol = protocolOf(whole, groups?.protocol);
      const at = { start: index, end: index + whole.length };
      facts.push({ kind: 'negotiateHandler', says, at, ...(protocol && { protocol }) });
    }
  }
  const claimed: Span[] = [];
  for (const { 0: whole, 1: code = '', index } of text.matchAll(GSSAPI)) {
    const start = index + whole.indexOf(code);
    claimed.push({ start, end: start + code.length });
  }
  for (const { 0: whole, 1: code = '', index } of text.matchAll(EXCEPTION)) {
    const start = index + whole.indexOf(code);
    if (claimed.some((one) => one.start === start)) continue;
    const handler = text.slice(index, index + STACK).indexOf(HANDLER);
    if (handler < 0) continue;
    claimed.push({ start, end: start + code.length });
    const at = { start: index, end: index + handler + HANDLER.length };
    facts.push({ kind: 'negotiateHandler', says: 'failed', code: Number(code), at });
  }
  return { facts, claimed };
};

function protocolOf(whole: string, named: string | undefined): 'Kerberos' | 'NTLM' | undefined {
  if (whole.includes('Kerberos')) return 'Kerberos';
  return named === 'NTLM' ? named : undefined;
}
