/**
 * What remote users get instead of the details:
 *
 *     Server Error
 *     401 - Unauthorized: Access is denied due to invalid credentials.
 *
 * IIS sends these words for every 401, so they prove neither a substatus nor that
 * credentials were sent at all.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { stated, told } from '../../../text/told.ts';

export const shortPage: Rule = {
  id: 'error-page.short',
  says: 'The page keeps the substatus back.',
  needs: ['errorPage'],
  judge: (facts) => {
    const page = facts.all('errorPage').find(({ by }) => by === 'short');
    if (!page) return [];
    return [
      {
        severity: 'warning',
        ...told`IIS answered ${stated('401', page.at)} with the page for remote users, which has the same words for every 401: it proves neither the substatus nor that credentials were sent.`,
        article: 'start-triage',
        evidence: [page.at],
        next: [
          say(
            'Find the request in the log of the site. sc-substatus and sc-win32-status of its row say what this page keeps back.',
          ),
          say('Or open the same URL in a browser on the web server, which gets the details.'),
        ],
      },
    ];
  },
};
