/**
 * A piece of a program with its credentials, and the 401 that it got:
 *
 *     var client = new RestClient("https://portal.contoso.com/") { Authenticator = new NtlmAuthenticator(...) };
 *     Get 401
 *
 * Only the name of the class is kept: what stands in its brackets may be a password.
 */
import type { Fact } from '../../facts/fact.ts';
import type { Part } from './part.ts';

const CLASS = /\bnew (NtlmAuthenticator|HttpBasicAuthenticator|NetworkCredential)\b(?=\s?\()/g;
const REFUSED = /\b401\b/;
/** Characters on either side in which the answer is told. */
const AROUND = 1_500;
const STATUS = 401;

const SCHEMES: Readonly<Record<string, string>> = {
  NtlmAuthenticator: 'NTLM',
  HttpBasicAuthenticator: 'Basic',
};

export const sourceCode: Part = (text) => {
  const facts: Fact[] = [];
  let read = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(CLASS)) {
    if (index < read) continue;
    const around = text.slice(Math.max(0, index - AROUND), index + AROUND);
    if (!REFUSED.test(around)) continue;
    read = index + AROUND;
    const scheme = SCHEMES[name];
    facts.push({
      kind: 'clientRefused',
      program: 'dotnet',
      status: STATUS,
      ...(scheme !== undefined && { scheme }),
      at: { start: index, end: index + whole.length },
    });
  }
  return { facts };
};
