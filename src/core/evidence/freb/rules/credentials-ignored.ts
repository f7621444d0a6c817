/**
 * The request carried credentials for Negotiate, and IIS had no user in the end:
 *
 *     GENERAL_REQUEST_HEADERS   Authorization: Negotiate YII...
 *     statusCode="401.2"
 *
 * That is how a ticket ends that the server could not decrypt, in Microsoft's own trace. A site without
 * Windows authentication ignores the header as well, with the same status.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { stated, told } from '../../../text/told.ts';
import { tracesOf } from './traces.ts';
import { headersOf } from './wording.ts';

export const credentialsIgnored: Rule = {
  id: 'freb.credentials-ignored',
  says: 'The request carried credentials, and IIS had no user in the end.',
  needs: ['tracedRequestHeaders'],
  judge: (facts) => {
    for (const { request, errors } of tracesOf(facts)) {
      const answer = errors.at(-1) ?? request;
      if (answer?.status !== 401 || answer.substatus !== 2) continue;
      const headers = headersOf(facts, answer);
      const { scheme = '', at } = headers ?? {};
      if (!at || !/^(?:Negotiate|NTLM|Kerberos)$/i.test(scheme)) continue;
      return [
        {
          severity: 'warning',
          ...told`The request carried ${stated(`Authorization: ${scheme}`, at)}, and IIS answered 401.2 all the same: a ticket that the server cannot decrypt ends like this.`,
          article: 'krb-ap-err-modified',
          evidence: [at, answer.at],
          caveat: 'A site on which Windows authentication is off ignores the header, too.',
          next: [
            say(
              'Look for AUTH_START with NT in the trace: without it, Windows authentication is off.',
            ),
            say('Paste the Authorization line: the decoder shows the ticket and its SPN.'),
          ],
        },
      ];
    }
    return [];
  },
};
