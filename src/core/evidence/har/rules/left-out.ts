/**
 * A recording that cannot show whether the client logged on:
 *
 *     "creator": { "name": "WebInspector", "version": "537.36" }     (Chrome, Edge)
 *     no cookie and no Authorization header in any request, and an answer 401
 *
 * Chrome and Edge leave those headers out by default; Playwright keeps one answer of a handshake. Can
 * be wrong for a site that uses no cookies, where the client did not answer the 401 either.
 * Source: Chromium DevTools, "Export sanitized HARs by default".
 */
import type { Rule } from '../../../case/rule.ts';
import { say, type Step } from '../../../contract/step.ts';
import { counted } from '../../../text/counted.ts';

const SENSITIVE: readonly Step[] = [
  say(
    'In the developer tools of Edge or Chrome: Settings, Preferences, Network, "Allow to generate HAR with sensitive data". Then click the export button (older versions: hold it down) and choose "with sensitive data".',
  ),
  say('Or record edge://net-export: its log names the SPN and the error even without credentials.'),
];

export const leftOut: Rule = {
  id: 'har.left-out',
  says: 'The recording leaves out the headers with credentials.',
  needs: ['recording', 'messages'],
  judge: (facts) => {
    const refused = facts.messages.filter(({ status }) => status === 401 || status === 407);
    const found = facts.all('recording').find(({ lacks }) => lacks !== undefined);
    const isShown = facts.messages.some(
      ({ schemes, direction }) => schemes && direction === 'request',
    );
    if (!found || refused.length === 0 || isShown) return [];
    const { requests, program = 'a browser', lacks, at } = found;
    const what =
      lacks === 'steps'
        ? 'keeps the last answer to each request and not the steps of a logon'
        : 'shows no Authorization header and no cookie in any request';
    return [
      {
        severity: 'info',
        title: `The HAR file of ${program} (${counted(requests, 'request')}) ${what}: it cannot tell whether the client answered the ${refused[0]?.status ?? 401}.`,
        article: 'har-file',
        evidence: [at, ...refused.slice(0, 4).map((message) => message.at)],
        ...(lacks === 'credentials' && {
          caveat:
            'Edge and Chrome leave these headers out by default. A site without cookies whose client sends no credentials looks the same.',
        }),
        next: [...SENSITIVE],
      },
    ];
  },
};
