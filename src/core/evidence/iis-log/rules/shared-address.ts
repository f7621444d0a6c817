/**
 * Attempts fail, and some come from an address that many people share:
 *
 *     10.0.0.9 CONTOSO\anna 200, 10.0.0.9 CONTOSO\ben 200, 10.0.0.9 - 401 1 2148074248
 *
 * Certain that many names were let in from there. A terminal server or a gateway looks like a proxy,
 * and no header names the people behind those.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { told } from '../../../text/told.ts';
import { recordOf } from '../attempts/attempt-record.ts';
import { conclusionsOn } from '../story/conclusions/conclusions.ts';
import { statedIn } from './row-proof.ts';

const EVIDENCE = 20;

export const logSharedAddress: Rule = {
  id: 'log.shared-address',
  says: 'One address stands for many users.',
  needs: ['log'],
  judge: ({ log }) => {
    const record = recordOf(log);
    if (!log || !record) return [];
    const { shared, failures, changes } = conclusionsOn(record.table);
    const [most] = shared;
    // Where nothing failed, nobody has to be told apart.
    if (!most || failures.told.length + changes.length === 0) return [];
    const rows = log.entries.filter(({ clientIp }) => clientIp === most.client);
    const address = statedIn(rows, most.client);
    return [
      {
        severity: 'info',
        ...told`${address} stands for ${most.users} users, so the rows do not tell whose attempt failed there.`,
        article: 'reverse-proxy-load-balancer',
        evidence: rows
          .flatMap(({ fields }) => fields.filter(({ value }) => value === most.client))
          .map(({ at }) => at)
          .slice(0, EVIDENCE),
        caveat:
          'A terminal server and a gateway that translates addresses look the same, and no header names the people behind them.',
        next: [
          say(
            'Log the header in which the proxy names its clients, mostly X-Forwarded-For: IIS Manager, the site, Logging, Select Fields, Add Field, source type Request Header (IIS 8.5 and later).',
          ),
          run(
            'server',
            command`%windir%\\system32\\inetsrv\\appcmd.exe set config -section:system.applicationHost/sites /+"[name='${[undefined, 'site']}'].logFile.customFields.[logFieldName='X-Forwarded-For',sourceName='X-Forwarded-For',sourceType='RequestHeader']" /commit:apphost`,
          ),
          say('Trust the column only where your own proxy sets the header; anybody can send one.'),
        ],
      },
    ];
  },
};
