/**
 * Rows were read and none is a 401:
 *
 *     2026-03-02 08:00:00 10.0.0.4 GET /app/ - 443 CONTOSO\anna 10.0.1.7 ... 200 0 0 15
 *
 * Certain for the paste. The 401 may lie in another file, or HTTP.sys answered before IIS.
 */
import { counted } from '../../../text/counted.ts';
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { TOO_LARGE } from '../rows/http-sys-reasons.ts';

export const logNo401: Rule = {
  id: 'log.no-401',
  says: 'None of the rows is a 401.',
  needs: ['log'],
  judge: ({ log }) => {
    if (!log || log.rows === 0 || log.statuses.some(({ status }) => status === 401)) return [];
    const reasons = log.entries.flatMap((entry) =>
      entry.fields.filter(({ name, value }) => name === 's-reason' && TOO_LARGE.has(value ?? '')),
    );
    if (reasons.length > 0) return [];
    const most = log.statuses[0];
    const usual = most ? ` The most frequent status is ${most.status}.` : '';
    return [
      {
        severity: 'info',
        title: `${counted(log.rows, 'row')} read, and none of them is a 401.${usual}`,
        article: 'read-iis-log',
        evidence: [],
        caveat:
          'IIS writes up to a minute late, and a request that HTTP.sys refuses stands in its own log (HTTPERR).',
        next: [
          run('server', command`netsh http flush logbuffer`),
          say('Look into %SystemRoot%\\System32\\LogFiles\\HTTPERR as well.'),
        ],
      },
    ];
  },
};
