/**
 * A Kerberos error that the client received (event 3, which Windows writes while LogLevel is 1):
 *
 *     Error Code: 0x7 KDC_ERR_S_PRINCIPAL_UNKNOWN
 *     Server Name: HTTP/portal.contoso.com
 *
 * Certain about the code. With logging on, ordinary steps such as KDC_ERR_PREAUTH_REQUIRED are written too.
 */
import { failed, type Rule } from '../../../case/rule.ts';
import { spelled } from '../../../facts/names.ts';
import { stated, told } from '../../../text/told.ts';
import { kerberosCause } from './kerberos-causes.ts';
import { grouped, hexOf, MOST, placesOf, statusRow, times } from './words.ts';

const OTHER_SERVICE = 'event.kerberos-error-other-service';
const WEB = new Set(['HTTP', 'HOST']);

export const kerberosError: Rule = {
  id: 'event.kerberos-error',
  says: 'The client recorded a Kerberos error.',
  needs: ['kerberosError'],
  settles: [
    failed(
      'ticket-issued',
      'spn-missing',
      'The client recorded that the KDC knows no account for the SPN.',
    ),
    failed(
      'one-owner',
      'spn-duplicate',
      'The client recorded that more than one account holds the SPN.',
    ),
    failed(
      'encryption-type',
      'rc4-disabled-etype',
      'The client recorded that there is no encryption type in common.',
    ),
    failed(
      'decrypting-account',
      'krb-ap-err-modified',
      'The client recorded that the server could not decrypt the ticket.',
    ),
    failed('clocks', 'clock-skew', 'The client recorded a Kerberos error about the clocks.'),
    {
      ...failed('clocks', 'clock-skew', 'The client recorded a Kerberos error about the clocks.'),
      finding: OTHER_SERVICE,
    },
  ],
  judge: (facts) =>
    grouped(facts.all('kerberosError'), ({ code, spn }) => `${code} ${spn ? spelled(spn) : ''}`)
      .slice(0, MOST)
      .map((group) => {
        const [{ code, spn, extended, at }] = group;
        const asked = spn && spelled(spn);
        const { name, article, severity, because, next } = kerberosCause(code, asked);
        const more =
          extended === undefined
            ? ''
            : ` The extended error is ${statusRow(extended)?.name ?? hexOf(extended)}.`;
        return {
          ...(spn && !WEB.has(spn.service) && { id: OTHER_SERVICE }),
          severity,
          ...told`The client received ${stated(name, at)}${asked === undefined ? '' : ` for ${asked}`}${times(group)}: ${because}.${more}`,
          article,
          evidence: placesOf(group),
          ...(severity === 'info' && { caveat: 'This is an ordinary step, not a fault.' }),
          next,
        };
      }),
};
