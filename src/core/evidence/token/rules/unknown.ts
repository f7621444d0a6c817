/**
 * A header whose token is none that is known: another mechanism, another encoding, or damage at its
 * very start.
 *
 *     Authorization: Negotiate c29tZXRoaW5nIGVsc2U=
 *
 * Can be wrong when the paste has lost or changed the first characters of the token.
 */
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';

function isUnknown({ layers, complete, spnego, kerberos, ntlm }: Token): boolean {
  if (layers.length === 0) return complete;
  return layers.length === 1 && layers[0] === 'GSS' && complete && !spnego && !kerberos && !ntlm;
}

export const tokenUnknown: Rule = {
  id: 'token.unknown',
  says: 'The token is of a kind that is not known here.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.filter(isUnknown).map(({ at, header, layers }): Diagnosis => ({
      severity: 'warning',
      title:
        layers.length > 0
          ? 'The token names a mechanism that is neither Kerberos nor NTLM nor SPNEGO.'
          : `The token${header === undefined ? '' : ` in ${header}`} does not begin like Kerberos, NTLM or SPNEGO.`,
      article: 'decode-token',
      evidence: [{ ...at, end: Math.min(at.end, at.start + 24) }],
      next: [say('Check that the token was copied from its first character on.')],
    })),
};
