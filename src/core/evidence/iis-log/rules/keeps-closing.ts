/**
 * One client begins again and again, as the connection is closed under its handshake:
 *
 *     /app/ - 401 2 5
 *     /app/ - 401 1 64
 *     /app/ - 401 2 5
 *     /app/ - 401 1 64
 *
 * One such row is somebody who clicked on. Wrong when a scanner or a probe hangs up by design.
 */
import type { LogEntry, Outcome } from '../../../contract/decoded.ts';
import { failedRows, isMost } from '../attempts/failed-rows.ts';
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

const UNFINISHED: ReadonlySet<Outcome> = new Set([
  'never-answered',
  'abandoned',
  'preauthenticated',
]);
const CLOSED = new Set([
  64, // ERROR_NETNAME_DELETED: by the client, or by a device on the way
  995, // ERROR_OPERATION_ABORTED
  1236, // ERROR_CONNECTION_ABORTED: by the server's side
]);
/** So many closed connections of one client are no accident. */
const AGAIN = 3;

export const logKeepsClosing: Rule = {
  id: 'log.keeps-closing',
  says: 'The connection is closed under the handshake again and again.',
  needs: ['log'],
  judge: ({ log }) => {
    const rows = failedRows(log, UNFINISHED);
    const closed = rows.filter(({ win32 }) => CLOSED.has(win32 ?? 0));
    const byClient = new Map<string, LogEntry[]>();
    for (const row of closed) {
      const client = row.clientIp ?? '';
      byClient.set(client, [...(byClient.get(client) ?? []), row]);
    }
    const [client, worst] = [...byClient].sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
    if (!worst || worst.length < AGAIN || !isMost(closed.length, rows.length)) return [];
    return [
      {
        severity: 'warning',
        title: `The connection${client ? ` of ${client}` : ''} was closed ${worst.length} times before the handshake ended, so the client begins again and again.`,
        article: 'keep-alive-required',
        evidence: worst
          .flatMap(({ fields }) => fields.filter(({ name }) => name === 'sc-win32-status'))
          .map(({ at }) => at),
        caveat: 'A scanner or a health probe that hangs up on every 401 looks the same.',
        next: [
          run('client', command`curl.exe -sS -o NUL -v --http1.1 --ntlm -u : https://<server>/`),
          say(
            'Look for Connection: close in its answers, and whether all of them come over one connection.',
          ),
          say('Do the same against one web server directly, past the proxy.'),
        ],
      },
    ];
  },
};
