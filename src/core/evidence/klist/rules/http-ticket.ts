/**
 * The client holds a Kerberos ticket for a web site:
 *
 *     Server: HTTP/portal.contoso.com @ CONTOSO.COM
 *
 * Certain about the KDC, which knows the name. Whether the web server can decrypt the ticket is not in
 * it, and a ticket stays in the list after the SPN or the password has changed.
 */
import type { Rule } from '../../../case/rule.ts';
import { run } from '../../../contract/step.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { andMore, etypeNameOf, httpTickets, klistArticle, ownerOf } from './words.ts';

export const httpTicket: Rule = {
  id: 'klist.http-ticket',
  says: 'The client holds a Kerberos ticket for the site.',
  needs: ['ticket'],
  settles: [
    {
      check: 'ticket-issued',
      state: 'passed',
      says: 'The client holds a ticket for an HTTP name, so the KDC issued it.',
    },
    {
      check: 'requested-name',
      state: 'known',
      says: 'The list shows the HTTP name that the client asked for. Compare it with the SPN that you registered.',
    },
    {
      check: 'domain-controller',
      state: 'known',
      says: 'A domain controller issued tickets to the client.',
    },
  ],
  judge(facts) {
    const tickets = httpTickets(facts);
    const [first] = tickets;
    if (!first) return [];
    const spn = spelled(first.spn);
    const etype = etypeNameOf(first);
    const details = [
      etype === undefined ? [] : `encrypted with ${etype}`,
      first.kdc === undefined ? [] : `issued by ${first.kdc}`,
    ].flat();
    return [
      {
        severity: 'info',
        ...told`${ownerOf(first)} holds a Kerberos ticket for ${stated(spn, first.at)}${andMore(tickets.length - 1)}${details.length > 0 ? `, ${details.join(' and ')}` : ''}.`,
        article: klistArticle(facts),
        evidence: tickets.map(({ at }) => at),
        caveat:
          'A ticket outlives changes to the SPN and to the password: run klist purge before you test again. A ticket does not prove that the web server can decrypt it.',
        next: [
          run('client', command`setspn -F -Q ${[spn, 'SPN']}`),
          run(
            'server',
            command`%windir%\\system32\\inetsrv\\appcmd.exe list config -section:windowsAuthentication`,
          ),
        ],
      },
    ];
  },
};
