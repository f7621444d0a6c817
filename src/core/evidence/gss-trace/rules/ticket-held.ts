/**
 * A trace finds a ticket in the client's cache:
 *
 *     [9138] 1332348778.8: Retrieving alex@CONTOSO.COM -> krbtgt/CONTOSO.COM@CONTOSO.COM from FILE:... with result: 0/Success
 *
 * Certain about the cache. A ticket-granting ticket alone says nothing of the web server.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { stated, told } from '../../../text/told.ts';

export const ticketHeld: Rule = {
  id: 'gss-trace.ticket-held',
  says: 'The client holds a ticket.',
  needs: ['ticket'],
  settles: [
    {
      check: 'ticket-issued',
      state: 'passed',
      article: 'expected-spn',
      says: 'The client holds a ticket for the web server, so a KDC issued it.',
    },
    {
      check: 'ticket-issued',
      state: 'known',
      article: 'linux-macos-clients',
      says: 'The client holds a ticket-granting ticket, with which it can ask for others.',
    },
  ],
  judge: (facts) => {
    const held = facts.all('ticket').filter(({ seen }) => seen === 'cache');
    const service = held.find(({ spn }) => spn.service === 'HTTP');
    const granting = held.find(({ spn }) => spn.service === 'KRBTGT');
    if (service) return [found(service, 'expected-spn', '')];
    if (!granting || facts.has('ticketRefused')) return [];
    return [
      found(
        granting,
        'linux-macos-clients',
        ': the client has signed in with Kerberos. Whether it gets one for the web server is not in the trace.',
      ),
    ];
  },
};

function found(
  { spn, at }: FactOf<'ticket'>,
  article: Diagnosis['article'],
  more: string,
): Diagnosis {
  const name = spn.service === 'KRBTGT' ? `krbtgt/${spn.host.toUpperCase()}` : spelled(spn);
  return {
    severity: 'info',
    ...told`The cache of the client holds a ticket for ${stated(name, at)}${more === '' ? '.' : more}`,
    article,
    evidence: [at],
  };
}
