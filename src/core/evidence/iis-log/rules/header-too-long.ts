/**
 * HTTP.sys refused requests because their headers are too large:
 *
 *     2026-03-02 08:00:00 10.0.1.7 53335 10.0.0.4 443 HTTP/1.1 GET /owa/ 400 - RequestLength -
 *
 * Certain about the size. That a Kerberos ticket is what makes the header large is usual on sites
 * with Windows authentication; large cookies do the same.
 */
import { counted } from '../../../text/counted.ts';
import { TOO_LARGE } from '../rows/http-sys-reasons.ts';
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

export const logHeaderTooLong: Rule = {
  id: 'log.header-too-long',
  says: 'HTTP.sys refuses requests whose headers are too large.',
  needs: ['log'],
  settles: [
    {
      check: 'header-size',
      state: 'failed',
      says: 'HTTP.sys refused a request because its headers were too long.',
    },
  ],
  judge: ({ log }) => {
    const found = (log?.entries ?? []).flatMap((entry) =>
      entry.fields
        .filter(({ name, value }) => name === 's-reason' && TOO_LARGE.has(value ?? ''))
        .map((reason) => ({ entry, reason })),
    );
    const [first] = found;
    if (!first) return [];
    const client =
      first.entry.clientIp === undefined ? '' : ` (first from ${first.entry.clientIp})`;
    return [
      {
        severity: 'error',
        title: `HTTP.sys answered ${counted(found.length, 'request')}${client} with 400 because the headers are too large (${first.reason.value ?? ''}); IIS never saw ${found.length === 1 ? 'it' : 'them'}.`,
        article: 'http-400-header-too-long',
        evidence: found.map(({ reason }) => reason.at).slice(0, 20),
        caveat: 'Large Kerberos tickets are the usual reason; large cookies have the same effect.',
        next: [
          run('client', command`whoami /groups | find /c "S-1-5-21"`),
          say('Run it as the user: it counts the groups that the ticket carries.'),
          run(
            'server',
            command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters /v MaxFieldLength`,
          ),
          run(
            'server',
            command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters /v MaxRequestBytes`,
          ),
        ],
      },
    ];
  },
};
