/**
 * An export of all policies has no list of hosts, so the zones of Windows decide:
 *
 *     { "chromeMetadata": { "application": "Microsoft Edge" }, "policyValues": { ... } }
 *
 * An export lists every policy that is set. Where it was cut, nothing is known of what is missing.
 */
import { run } from '../../contract/step.ts';
import { command } from '../../text/escape/command.ts';
import { counted } from '../../text/counted.ts';
import { stated, told } from '../../text/told.ts';
import type { Rule } from '../rule.ts';
import { BROWSER_NAMES, hostLists } from '../join/browser-lists.ts';

export const browserZone: Rule = {
  id: 'case.browser-zone',
  says: 'No policy of the browser lists hosts, so the zones of Windows decide which it answers.',
  needs: ['browserPolicies'],
  settles: [
    {
      check: 'browser-answers',
      state: 'known',
      says: 'The policies of the browser are known as far as they are shown. They list no host.',
    },
  ],
  judge: (facts) => {
    const listed = new Set(hostLists(facts).map(({ browser }) => browser));
    const [whole] = facts.all('browserPolicies').filter(({ browser }) => !listed.has(browser));
    if (!whole) return [];
    const { browser, count, isComplete, at } = whole;
    const name = BROWSER_NAMES[browser];
    const sentence = isComplete
      ? told`${name} has ${stated(counted(count, 'policy', 'policies'), at)} and no AuthServerAllowlist, so the zones of Windows decide which hosts it answers by itself.`
      : told`The export of the policies of ${name} is cut: it shows ${stated(counted(count, 'policy', 'policies'), at)}, and no list of hosts.`;
    return [
      {
        severity: 'info',
        ...sentence,
        article: isComplete ? 'zones-and-allowlists' : 'edge-chrome-policies',
        evidence: [at],
        next: [
          run(
            'client',
            command`reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMap\\Domains" /s`,
          ),
        ],
      },
    ];
  },
};
