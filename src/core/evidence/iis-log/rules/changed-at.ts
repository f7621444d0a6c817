/**
 * Everybody, or everybody at one resource, was accepted until a time and nobody after it:
 *
 *     09:59:10 10.2.0.60 CONTOSO\anna 200
 *     10:00:10 10.2.0.1  - 401 1 2148074252, and so on for all clients
 *
 * What has to be true for it to be said is in `story/conclusions/change-points.ts`. Wrong when the
 * clients differ on both sides, or when accepted clients go on over connections without a 401.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import type { Log, LogEntry } from '../../../contract/decoded.ts';
import { run, say } from '../../../contract/step.ts';
import { command, type Name } from '../../../text/escape/command.ts';
import { recordOf } from '../attempts/attempt-record.ts';
import type { Change } from '../story/conclusions/change-points.ts';
import { conclusionsOn } from '../story/conclusions/conclusions.ts';
import { whoOf } from '../story/conclusions/who.ts';
import { changeWords } from '../story/words/change-words.ts';
import { clockFor } from '../story/words/clock.ts';
import { proofOf } from './row-proof.ts';

const EVIDENCE = 10;

export const logChangedAt: Rule = {
  id: 'log.changed-at',
  says: 'All clients were accepted until a time, and none after it.',
  needs: ['log'],
  judge: ({ log }) => {
    const record = recordOf(log);
    if (!log || !record) return [];
    const { all, changes } = conclusionsOn(record.table);
    const { first, last } = whoOf(all, all.order);
    const clock = clockFor(record.table.zone, first, last);
    return changes
      .filter(({ of, run: { before } }) => (of === 'everybody' || of === 'resources') && before > 0)
      .map((change) => diagnose(change, log, changeWords(change, clock), record.table.zone));
  },
};

function diagnose(
  change: Change,
  { entries }: Log,
  [title = '', ...advice]: readonly string[],
  zone: 'utc' | 'local',
): Diagnosis {
  const { who, run: found } = change;
  const timeOf = ({ time }: LogEntry) =>
    Date.parse(zone === 'utc' ? (time ?? '') : `${time ?? ''}Z`);
  const before = entries.filter((row) => row.status !== 401 && timeOf(row) <= found.from);
  const refused = entries.filter(
    (row) => row.status === 401 && row.win32 === who.ending?.win32 && timeOf(row) >= found.from,
  );
  const since: Name = [zone === 'utc' ? stampOf(found.lastBefore) : undefined, 'time'];
  return {
    severity: 'error',
    title,
    article: who.ending?.article ?? 'start-triage',
    evidence: [...before.slice(-1), ...refused].flatMap(proofOf).slice(0, EVIDENCE),
    caveat:
      'Clients that stay connected write no 401, so accepted requests may go on without being counted here.',
    next: [
      ...advice.map(say),
      run(
        'server',
        command`Get-ChildItem $env:SystemDrive\\inetpub\\history | Sort-Object LastWriteTime | Select-Object Name, LastWriteTime -Last 5`,
      ),
      run('server', command`Get-HotFix | Sort-Object InstalledOn | Select-Object -Last 5`),
      run(
        'domain-controller',
        command`Get-ADObject -LDAPFilter "(&(|(objectClass=user)(objectClass=computer))(whenChanged>=${since}))" -Properties whenChanged, servicePrincipalName`,
      ),
    ],
  };
}

/** `20260901095910.0Z`: generalized time, as LDAP filters have it (RFC 4517, 3.3.13). */
function stampOf(ms: number): string {
  return `${new Date(ms).toISOString().replace(/[-:T]|\.\d+Z$/g, '')}.0Z`;
}
