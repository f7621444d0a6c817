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

/** What a script writes that has no token. */
const EMPTY = /^(?:null|undefined|\[object Object\]|NaN)$/i;

function empty(written: string, at: Diagnosis['evidence'][number]): Diagnosis {
  return {
    severity: 'warning',
    title: `The client sends "${written}": a script sets Authorization without a token, and the browser does not put its own in the place of it.`,
    article: 'kerberos-or-ntlm',
    evidence: [at],
    next: [say('Let the script leave the header out where Windows authentication is wanted.')],
  };
}

export const tokenOtherScheme: Rule = {
  id: 'token.other-scheme',
  says: 'The client sends credentials that are not Windows authentication.',
  needs: ['tokens'],
  judge: (facts) =>
    facts.tokens.flatMap(({ layers, scheme, at }): Diagnosis[] => {
      if (layers[0] !== 'Bearer' && layers[0] !== 'Digest') return [];
      const written = facts.written(at);
      if (EMPTY.test(written)) return [empty(`${scheme ?? layers[0]} ${written}`, at)];
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
