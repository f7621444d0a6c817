/**
 * NEGOEX messages on their own: Windows negotiates about schemes such as PKU2U, for logons without
 * a domain.
 *
 *     TkVHT0VYVFMAAAAAAAAAAGAAAABwAAAA...
 *
 * Certain about the messages. In HTTP they normally stand inside of SPNEGO.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { proof } from './words.ts';

export const tokenNegoex: Rule = {
  id: 'token.negoex',
  says: 'Client and server exchange NEGOEX messages.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens
      .filter(({ layers }) => layers[0] === 'NEGOEX')
      .map((token): Diagnosis => ({
        severity: 'info',
        title:
          'These are NEGOEX messages: client and server look for a scheme such as PKU2U, not Kerberos.',
        article: 'decode-token',
        evidence: proof(token, 'MessageType', 'AuthScheme'),
      })),
};
