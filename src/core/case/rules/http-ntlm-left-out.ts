/**
 * NTLM under the scheme Negotiate, of which only the first characters are here:
 *
 *     Authorization: Negotiate TlRMTVNT...
 *
 * Certain: TlRM is the base64 of NTL, with which every NTLM message begins (MS-NLMP 2.2.1).
 */
import type { Message } from '../../contract/message.ts';
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import { command } from '../../text/escape/command.ts';
import type { Rule } from '../rule.ts';

const START = /\bNegotiate\s{1,8}TlRM[A-Za-z\d+/]{0,9}(?:\u2026|\.{3})/;

/** True for a request whose token is left out but for its start, which is that of NTLM. */
export function isNtlmLeftOut({ direction, hidesToken, at }: Message, facts: FactBase): boolean {
  return direction === 'request' && hidesToken === true && START.test(facts.written(at));
}

export const httpNtlmLeftOut: Rule = {
  id: 'http.ntlm-left-out',
  says: 'The start of a token shows NTLM under the scheme Negotiate.',
  needs: ['messages'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'The client sent NTLM under the scheme Negotiate.',
    },
  ],
  judge: (facts) => {
    const [first] = facts.messages.filter((one) => isNtlmLeftOut(one, facts));
    if (!first || facts.tokens.length > 0) return [];
    return [
      {
        severity: 'warning',
        title:
          'The client sends NTLM under the scheme Negotiate: its token begins with TlRM. The rest of it is left out here.',
        article: 'ntlm-fallback-reasons',
        evidence: [first.at],
        next: [
          run('anywhere', command`setspn -F -Q HTTP/${[first.host, 'HOST']}`),
          say('Copy the header with its token: it tells more, and that of a test account will do.'),
        ],
      },
    ];
  },
};
