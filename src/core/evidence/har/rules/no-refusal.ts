/**
 * A recording in which nobody was asked for a logon: no answer is 401 or 407. Certain for what was
 * recorded; a request that failed before the recording began is not in it.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { counted } from '../../../text/counted.ts';

export const noRefusal: Rule = {
  id: 'har.no-refusal',
  says: 'No request in the recording was asked for a logon.',
  needs: ['recording', 'messages'],
  judge: (facts) => {
    const [found] = facts.all('recording');
    const answers = facts.messages.filter(({ direction }) => direction === 'response');
    const isRefused = answers.some(({ status }) => status === 401 || status === 407);
    if (!found || answers.length === 0 || isRefused) return [];
    const { requests, at } = found;
    return [
      {
        severity: 'info',
        title: `No answer in the HAR file is 401 or 407 (${counted(requests, 'request')}): nobody was asked for a logon while it was recorded.`,
        article: 'har-file',
        evidence: [at],
        next: [
          say(
            'Close all windows of the browser, tick "Preserve log", and record until the page fails: a connection that is logged on already is not asked again.',
          ),
        ],
      },
    ];
  },
};
