/**
 * A domain controller refused a ticket-granting ticket (4768 with a Result Code, 4771):
 *
 *     Account Name:    alex
 *     Failure Code:    0x18            KDC_ERR_PREAUTH_FAILED: the password is wrong
 *     Client Address:  ::ffff:10.0.0.81
 *
 * Without it the user gets no ticket for any site. Certain about the code; a later attempt may succeed.
 */
import type { Rule } from '../../../case/rule.ts';
import { stated, told } from '../../../text/told.ts';
import { kerberosCause } from './kerberos-causes.ts';
import { fromOf, grouped, MOST, nameOf, placesOf, times } from './words.ts';

/** A wrong password, or one that was not sent yet, is a matter of this attempt only. */
const OF_ONE_ATTEMPT = new Set([24, 25]);
const ATTEMPT = 'event.sign-in-attempt';

const REACHED = 'A domain controller answered the client.';

export const signInRefused: Rule = {
  id: 'event.sign-in-refused',
  says: 'A domain controller refused the ticket-granting ticket.',
  needs: ['signInRefused'],
  settles: [
    {
      check: 'ticket-issued',
      state: 'failed',
      says: 'A domain controller refused the ticket-granting ticket, without which there is none for any site.',
    },
    {
      check: 'clocks',
      article: 'clock-skew',
      state: 'failed',
      says: 'A domain controller refused the client because of its clock.',
    },
    {
      check: 'encryption-type',
      article: 'rc4-disabled-etype',
      state: 'failed',
      says: 'A domain controller and the client had no encryption type in common.',
    },
    { check: 'domain-controller', state: 'known', says: REACHED },
    { check: 'domain-controller', finding: ATTEMPT, state: 'known', says: REACHED },
  ],
  judge: (facts) =>
    grouped(facts.all('signInRefused'), ({ code, client }) => `${code} ${client?.written ?? ''}`)
      .slice(0, MOST)
      .map((group) => {
        const [first] = group;
        const { code, client, at, preAuthType = 0 } = first;
        const { name, article, severity, because, next } = kerberosCause(code, undefined);
        const isCard = preAuthType >= 14 && preAuthType <= 17;
        return {
          ...(OF_ONE_ATTEMPT.has(code) && { id: ATTEMPT }),
          severity,
          ...told`The domain controller did not sign ${nameOf(client, 'the user')} in${fromOf(first)}${times(group)}: ${because} (${stated(name, at)}).${isCard ? ' The client used a certificate, as with a smart card.' : ''}`,
          article,
          evidence: placesOf(group),
          ...(severity === 'info' && {
            caveat: 'This is an ordinary step of signing in, not a fault.',
          }),
          next,
        };
      }),
};
