/**
 * Basic credentials: name and password in a spelling anyone can undo.
 *
 *     Authorization: Basic YWxleDpub3QtbXktcGFzc3dvcmQ=
 *
 * Certain. Whether TLS protects the header on its way is not in the paste.
 */
import type { Check } from '../../../case/rule.ts';

export const tokenBasic: Check = ({ tokens }) =>
  tokens.flatMap(({ basic, at }) =>
    basic
      ? [
          {
            id: 'token.basic',
            severity: 'warning',
            title: `Basic sends the name ${basic.user || '(empty)'} and the password in readable form with every request.`,
            article: 'basic-auth-test',
            evidence: [at],
            caveat:
              'Over HTTPS only client and server can read it; the paste does not tell whether it was.',
            next: ['Change this password if the header has been shared.'],
          },
        ]
      : [],
  );
