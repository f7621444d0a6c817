/**
 * A header whose token was blacked out or replaced:
 *
 *     Authorization: Negotiate XXXXXXXXXXXXXXXX
 *     WWW-Authenticate: NTLM <redacted>
 *     Authorization: Negotiate YIIG...
 *
 * Certain. What was in the token decides most, and it is not here.
 */
import type { Message } from '../../contract/message.ts';
import { say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Rule } from '../rule.ts';
import { isNtlmLeftOut } from './http-ntlm-left-out.ts';

/** 0x60 0x8x in base64: a GSS-API token (RFC 2743 3.1) of 128 bytes and more. */
const GSS = /\bNegotiate\s{1,8}YI[A-Za-z\d+/]{0,9}(?:\u2026|\.{3})/;

function whatItTells({ schemes, at }: Message, facts: FactBase): string {
  if (schemes?.[0] === 'NTLM') return 'what is in it cannot be told';
  return GSS.test(facts.written(at))
    ? 'it begins with YI, so it is no bare NTLM message, and which mechanism it carries cannot be told'
    : 'Kerberos and NTLM cannot be told apart';
}

export const httpTokenLeftOut: Rule = {
  id: 'http.token-left-out',
  says: 'The token of a header is left out.',
  needs: ['messages'],
  judge: (facts) => {
    const hiding = facts.messages.filter(({ hidesToken }) => hidesToken === true);
    const [first] = hiding;
    if (!first || facts.tokens.length > 0 || isNtlmLeftOut(first, facts)) return [];
    const scheme = first.schemes?.[0];
    const by = first.direction === 'request' ? 'client' : 'server';
    return [
      {
        severity: 'info',
        title: `The ${by} sends a token with ${scheme ?? 'its header'}, and the token is left out here: ${whatItTells(first, facts)}.`,
        article: 'decode-token',
        evidence: hiding.map(({ at }) => at).slice(0, 5),
        next: [
          say(
            'Copy the header with its token; that of a test account will do. Git shows tokens with GIT_TRACE_REDACT=0.',
          ),
        ],
      },
    ];
  },
};
