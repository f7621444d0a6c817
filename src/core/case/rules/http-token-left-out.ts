/**
 * A header whose token was blacked out or replaced:
 *
 *     Authorization: Negotiate XXXXXXXXXXXXXXXX
 *     WWW-Authenticate: NTLM <redacted>
 *
 * Certain. What was in the token decides most, and it is not here.
 */
import { say } from '../../contract/step.ts';
import type { Rule } from '../rule.ts';

export const httpTokenLeftOut: Rule = {
  id: 'http.token-left-out',
  says: 'The token of a header is left out.',
  needs: ['messages'],
  judge: ({ messages, tokens }) => {
    const hiding = messages.filter(({ hidesToken }) => hidesToken === true);
    const [first] = hiding;
    if (!first || tokens.length > 0) return [];
    const scheme = first.schemes?.[0];
    const what =
      scheme === 'NTLM' ? 'what is in it cannot be told' : 'Kerberos and NTLM cannot be told apart';
    const by = first.direction === 'request' ? 'client' : 'server';
    return [
      {
        severity: 'info',
        title: `The ${by} sends a token with ${scheme ?? 'its header'}, and the token is left out here: ${what}.`,
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
