/**
 * Requests that failed come from Office or from the WebClient service, not from a browser:
 *
 *     OPTIONS /docs/ - 401 2 5   Microsoft-WebDAV-MiniRedir/10.0.26100
 *
 * Certain about the program, as far as its User-Agent is its own. Why it does not sign in is not in
 * the log: a zone, AuthForwardServerList, or a stored password.
 */
import type { Field, LogEntry, Outcome } from '../../../contract/decoded.ts';
import { failedRows, isMost } from '../attempts/failed-rows.ts';
import type { Rule } from '../../../case/rule.ts';
import { run, say } from '../../../contract/step.ts';
import { command } from '../../../text/escape/command.ts';

const WEBDAV = /Microsoft-WebDAV-MiniRedir|Microsoft[+ ]Office/i;
const FAILED: ReadonlySet<Outcome> = new Set(['never-answered', 'abandoned']);
const EVIDENCE = 20;

const agentOf = ({ fields }: LogEntry): Field | undefined =>
  fields.find(({ name, value }) => name === 'cs(User-Agent)' && WEBDAV.test(value ?? ''));

export const logWebdav: Rule = {
  id: 'log.webdav-client',
  says: 'The requests that fail come from Office or the WebClient service.',
  needs: ['log'],
  judge: ({ log }) => {
    const rows = failedRows(log, FAILED);
    const agents = rows.flatMap((row) => agentOf(row) ?? []);
    const [first] = agents;
    if (!first || !isMost(agents.length, rows.length)) return [];
    const program = /MiniRedir/i.test(first.value ?? '') ? 'the WebClient service' : 'Office';
    return [
      {
        severity: 'warning',
        title: `The requests that never got in come from ${program}, which signs in by rules of its own and not with the browser.`,
        article: 'webdav-office-prompts',
        evidence: agents.map(({ at }) => at).slice(0, EVIDENCE),
        next: [
          run(
            'client',
            command`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\WebClient\\Parameters /v AuthForwardServerList`,
          ),
          say(
            'On the client, check that the site is in the Local intranet zone (Office), or in AuthForwardServerList (WebClient).',
          ),
        ],
      },
    ];
  },
};
