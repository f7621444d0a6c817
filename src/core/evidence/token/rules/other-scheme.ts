/**
 * Credentials that are not Windows authentication at all.
 *
 *     Authorization: Bearer eyJhbGciOi...
 *
 * Certain about the scheme. IIS with Windows authentication only passes such a header by; an
 * application behind it may want it.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';

export const tokenOtherScheme: Rule = {
  id: 'token.other-scheme',
  says: 'The client sends credentials that are not Windows authentication.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap(({ layers, scheme, at }): Diagnosis[] => {
      if (layers[0] !== 'Bearer' && layers[0] !== 'Digest') return [];
      return [
        {
          severity: 'info',
          title: `The client sends ${scheme ?? layers[0]}, which is neither Kerberos nor NTLM: Windows authentication does not look at it.`,
          article: 'kerberos-or-ntlm',
          evidence: [at],
          caveat:
            'An application behind IIS may be the one that reads this header and answers 401.',
          next: [
            say(
              'Compare with the WWW-Authenticate headers of the answer: is this scheme on offer?',
            ),
          ],
        },
      ];
    }),
};
