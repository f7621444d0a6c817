/**
 * A recording of packets without any HTTP that can be read, without TLS, and without tickets: recorded
 * on another machine or interface, at another time, or with a filter. Certain about the recording only.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';

export const noHttp: Rule = {
  id: 'capture.no-http',
  says: 'The capture holds neither HTTP nor tickets.',
  needs: ['packetCapture'],
  judge: (facts) => {
    const [found] = facts.all('packetCapture');
    const isTelling =
      facts.has('ticket') ||
      facts.has('ticketRefused') ||
      facts.all('unreadTraffic').some(({ protocol }) => protocol === 'TLS');
    if (!found || found.messages > 0 || isTelling) return [];
    return [
      {
        severity: 'info',
        title:
          'This capture holds no HTTP request, no TLS connection and no ticket for a service, so it shows nothing of the logon.',
        article: 'packet-capture-file',
        evidence: [found.at],
        next: [
          say(
            'Start the capture on the client before you open the page, without a filter, and stop it when the page has failed.',
          ),
        ],
      },
    ];
  },
};
