/**
 * A password spray found a password:
 *
 *     CONTOSO\u1 203.0.113.7 401 1 1326
 *     CONTOSO\u2 203.0.113.7 401 1 1326
 *     ...
 *     CONTOSO\u2 203.0.113.7 200 0 0
 *
 * Wrong when the address is a proxy of one's own and the person had just mistyped a password while
 * something refused everybody else.
 */
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';
import { counted } from '../../../text/counted.ts';
import { told } from '../../../text/told.ts';
import { recordOf } from '../attempts/attempt-record.ts';
import { conclusionsOn } from '../story/conclusions/conclusions.ts';
import { proofOf, statedIn } from './row-proof.ts';

const EVIDENCE = 20;

export const logSpraySucceeded: Rule = {
  id: 'log.spray-succeeded',
  says: 'An address that tried many names logged on with one of them.',
  needs: ['log'],
  judge: ({ log }) => {
    const record = recordOf(log);
    if (!log || !record) return [];
    const { sprays } = conclusionsOn(record.table);
    return sprays.told.flatMap(({ users, letIn, clientNames }) => {
      const [client] = clientNames;
      const [name] = letIn;
      if (client === undefined || name === undefined) return [];
      const rows = log.entries.filter(({ clientIp }) => clientIp === client);
      const own = rows.filter(({ user }) => user !== undefined && letIn.includes(user));
      const others = letIn.length - 1;
      const more = others === 0 ? '' : ` and ${counted(others, 'other name')}`;
      return [
        {
          severity: 'error' as const,
          ...told`${statedIn(rows, client)} tried ${users} user names and logged on as ${statedIn(own, name)}${more}: treat ${others === 0 ? 'that account' : 'these accounts'} as compromised.`,
          article: 'account-lockout-from-iis' as const,
          evidence: own.flatMap(proofOf).slice(0, EVIDENCE),
          caveat: 'A proxy or gateway of your own has one address for many people, too.',
          next: [
            say(
              'Reset the password of every account that logged on from there, and end its sessions.',
            ),
            run(
              'server',
              command`Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4624} | Where-Object { $_.Message -match '${[client, 'address']}' } | Format-List TimeCreated, Message`,
            ),
            say('Look at what these accounts did since, in this log and elsewhere.'),
            say('If the address is not a proxy of your own, block it.'),
          ],
        },
      ];
    });
  },
};
