/**
 * Kerberos messages that are no login at a web server: between client and KDC, inside IAKERB, or
 * those that protect messages after the login.
 *
 *     Authorization: Negotiate YIIC...         (IAKERB, AS-REQ)
 *
 * Certain about the message; how it came into a header is not in it.
 */
import type { Token } from '../../../contract/decoded.ts';
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { proof, spnOf } from './words.ts';

const LOGIN = new Set(['AP-REQ', 'AP-REP', 'KRB-ERROR']);
const TO_KDC = new Set(['AS-REQ', 'AS-REP', 'TGS-REQ', 'TGS-REP']);
const AFTER_LOGIN = new Set(['MIC', 'Wrap', 'Delete', 'KRB-SAFE', 'KRB-PRIV']);

function sentence(token: Token, message: string): string {
  const { layers, kerberos } = token;
  const name = spnOf(token);
  const about = name === undefined ? '' : ` about ${name}`;
  const where = kerberos?.realm === undefined ? '' : ` in ${kerberos.realm}`;
  if (layers.includes('IAKERB')) {
    return `The client cannot reach a KDC and asks the server to pass on its ${message}${about}${where} (IAKERB).`;
  }
  if (TO_KDC.has(message)) {
    return `This ${message}${about}${where} is a message between client and KDC, not a login at a web server.`;
  }
  if (AFTER_LOGIN.has(message)) {
    return `This ${message} token protects data after a login; in a login header it is out of place.`;
  }
  if (message.startsWith('TGT-')) {
    return `This ${message}${about}${where} belongs to user-to-user Kerberos, which starts by exchanging the TGT of the service.`;
  }
  return `This is a Kerberos ${message}${about}${where}, not a login at a web server.`;
}

export const tokenOtherKerberos: Rule = {
  id: 'token.other-kerberos',
  says: 'The token is a Kerberos message that is no login at a web server.',
  needs: ['tokens'],
  judge: ({ tokens }) =>
    tokens.flatMap((token): Diagnosis[] => {
      const { kerberos, layers } = token;
      const iakerbOnly = !kerberos && layers.includes('IAKERB');
      if (iakerbOnly) {
        return [
          {
            severity: 'info',
            title:
              'The client cannot reach a KDC and asks the server to pass on its messages (IAKERB).',
            article: 'iakerb-localkdc',
            evidence: proof(token, 'IAKERB-HEADER'),
          },
        ];
      }
      if (!kerberos || LOGIN.has(kerberos.message)) return [];
      return [
        {
          severity: 'info',
          title: sentence(token, kerberos.message),
          article: layers.includes('IAKERB') ? 'iakerb-localkdc' : 'decode-token',
          evidence: proof(token, 'realm', 'sname', 'cname'),
        },
      ];
    }),
};
