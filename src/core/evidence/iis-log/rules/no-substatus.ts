/**
 * 401s in a format, or with columns, that leave out the substatus:
 *
 *     172.21.13.45 - CONTOSO\anna [07/Apr/2026:17:39:04 -0800] "GET /app/ HTTP/1.1" 401 3401
 *
 * Certain. What can still be said comes from the order of the rows and, in the IIS native format,
 * from the Win32 status.
 */
import { counted } from '../../../text/counted.ts';
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

export const logNoSubstatus: Rule = {
  id: 'log.no-substatus',
  says: 'The rows of 401 have no substatus.',
  needs: ['log'],
  judge: ({ log }) => {
    const bare = (log?.statuses ?? []).filter(
      ({ status, substatus }) => status === 401 && substatus === undefined,
    );
    const rows = bare.reduce((sum, status) => sum + status.rows, 0);
    if (!log || rows === 0) return [];
    const evidence = log.entries
      .filter(({ status, substatus }) => status === 401 && substatus === undefined)
      .flatMap(({ fields }) => fields.filter(({ name }) => name === 'sc-status'))
      .map(({ at }) => at);
    return [
      {
        severity: 'info',
        title: `${counted(rows, 'row')} of 401 without a substatus: ${log.format === 'w3c' ? 'the columns leave it out' : 'this log format does not have one'}.`,
        article: 'read-iis-log',
        evidence: evidence.slice(0, 20),
        next: [
          run(
            'server',
            command`%windir%\\system32\\inetsrv\\appcmd.exe set config -section:system.applicationHost/sites /siteDefaults.logFile.logFormat:W3C /commit:apphost`,
          ),
          say('In IIS Manager, Logging, Select Fields: tick Protocol Substatus and Win32 Status.'),
        ],
      },
    ];
  },
};
