/**
 * TLS failed, or ended with an alert (Schannel 36870 to 36888), so no request was answered: it is not what
 * makes a 401. The Domain Name System and a proxy that inspects TLS can be behind it.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { grouped, MOST, placesOf, times } from './words.ts';

/** RFC 8446 6.2 and RFC 5246 7.2. */
const ALERTS: Readonly<Record<number, string>> = {
  10: 'an unexpected message',
  20: 'a damaged record',
  40: 'no common settings',
  42: 'a bad certificate',
  43: 'an unsupported certificate',
  44: 'a revoked certificate',
  45: 'an expired certificate',
  46: 'an unknown certificate',
  48: 'an unknown certificate authority',
  49: 'access denied',
  51: 'a failed decryption',
  70: 'an unsupported version of TLS',
  71: 'insufficient security',
  80: 'an internal error',
  112: 'an unrecognized name',
  116: 'a missing client certificate',
};

export const tlsFailed: Rule = {
  id: 'event.tls-failed',
  says: 'TLS failed before any request.',
  needs: ['tlsFailed'],
  judge: (facts) =>
    grouped(
      facts.all('tlsFailed'),
      ({ event, alert, target }) => `${event} ${alert ?? ''} ${target ?? ''}`,
    )
      .slice(0, MOST)
      .map((group) => {
        const [{ alert, target, event, at }] = group;
        const meaning = alert === undefined ? undefined : ALERTS[alert];
        const what =
          alert === undefined
            ? `event ${event}`
            : `alert ${alert}${meaning === undefined ? '' : `, ${meaning}`}`;
        const isCertificate = event === 36870 || event === 36871;
        return {
          severity: 'info',
          ...told`TLS failed${target === undefined ? '' : ` for ${target}`} (${stated(what, at)})${times(group)}: such a connection ends before any logon.`,
          article: isCertificate
            ? 'collect-server-state'
            : event === 36877
              ? 'http-403-neighbours'
              : 'events-security',
          evidence: placesOf(group),
          caveat: 'It does not explain a 401, which is an answer over a connection that works.',
          ...(isCertificate && { next: [run('server', command`netsh http show sslcert`)] }),
        };
      }),
};
