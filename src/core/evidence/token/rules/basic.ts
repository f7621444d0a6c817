/**
 * Basic credentials: name and password in a spelling anyone can undo.
 *
 *     Authorization: Basic YWxleDpub3QtbXktcGFzc3dvcmQ=
 *
 * Certain. Whether TLS protects the header on its way is not in the paste.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';

export const tokenBasic: Rule = {
  id: 'token.basic',
  says: 'The client sends a Basic user name and password.',
  needs: ['tokens'],
  settles: [
    {
      check: 'client-sent',
      state: 'failed',
      says: 'The client sent a Basic user name and password.',
    },
  ],
  judge: ({ tokens }) =>
    tokens.flatMap(({ basic, at }): Diagnosis[] =>
      basic
        ? [
            {
              severity: 'warning',
              title: `Basic sends the name ${basic.user || '(empty)'} and the password in readable form with every request.`,
              article: 'basic-auth-test',
              evidence: [at],
              caveat:
                'Over HTTPS only client and server can read it; the paste does not tell whether it was.',
              next: [say('Change this password if the header has been shared.')],
            },
          ]
        : [],
    ),
};
