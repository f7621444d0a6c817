/**
 * A KDC issued a ticket for a web server, as a trace or a capture shows:
 *
 *     [1234] 1700000000.1: Received creds for desired service HTTP/web.contoso.com@CONTOSO.COM
 *     KerberosV5:TGS Response Cname: alex         (after TGS Request ... Sname: HTTP/web.contoso.com)
 *
 * Certain. Whether the server can decrypt it is not in it.
 */
import type { Diagnosis, Rule } from '../rule.ts';
import { run } from '../../contract/step.ts';
import { spelled } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';

export const traceTicketIssued: Rule = {
  id: 'case.trace-ticket-issued',
  says: 'The KDC issued a ticket for the web server.',
  needs: ['ticket'],
  settles: [
    {
      check: 'ticket-issued',
      state: 'passed',
      says: 'The KDC issued a ticket for the web server.',
    },
    {
      check: 'requested-name',
      state: 'known',
      says: 'The SPN that the client asked for is in the trace.',
    },
  ],
  judge: (facts) => {
    const issued = facts
      .all('ticket')
      .filter(({ spn, seen }) => seen === 'issued' && spn.service === 'HTTP');
    return issued.slice(0, 1).map(({ spn, at }): Diagnosis => ({
      severity: 'ok',
      ...told`The KDC issued a ticket for ${stated(spelled(spn), at)}, so an account holds that SPN.`,
      article: 'expected-spn',
      evidence: [at],
      caveat: 'Whether that account is the one that decrypts is not in the trace.',
      next: [run('anywhere', command`setspn -F -Q ${[spelled(spn), 'SPN']}`)],
    }));
  },
};
