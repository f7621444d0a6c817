/**
 * 401s that were counted by code, without the rows:
 *
 *     sc-status sc-substatus sc-win32-status Total
 *     401       2            5               4012
 *
 * Certain. Counts by code do not tell a healthy handshake from a failure: 401.2 and 401.1 with
 * 2148074254 stand in both.
 */
import { counted } from '../../../text/counted.ts';
import { describeWin32 } from '../../../codes/lookup.ts';
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';

export const logCountsOnly: Rule = {
  id: 'log.counts-only',
  says: 'The 401s are counted by code, without their rows.',
  needs: ['log'],
  judge: ({ log }) => {
    const codes = (log?.statuses ?? []).filter(({ status }) => status === 401);
    const [most] = codes;
    if (!log || !most || log.sequences.length > 0) return [];
    const rows = codes.reduce((sum, code) => sum + code.rows, 0);
    const name = most.win32 === undefined ? undefined : describeWin32(most.win32)?.name;
    const win32 = most.win32 === undefined ? '' : ` with ${most.win32}${name ? ` (${name})` : ''}`;
    return [
      {
        severity: 'info',
        title: `${counted(rows, '401')} counted by code, most often 401.${most.substatus ?? '?'}${win32}. Counts do not tell a healthy handshake from a failure.`,
        article: 'read-iis-log',
        evidence: log.entries.map(({ at }) => at).slice(0, 20),
        next: [say('Paste the rows themselves, a minute of one client for a start.')],
      },
    ];
  },
};
