/**
 * Events of a trace that name neither a status nor a logon:
 *
 *     NOTIFY_MODULE_START   ModuleName="StaticFileModule", Notification="EXECUTE_REQUEST_HANDLER"
 *
 * They show in which order the modules ran. What refused the request is in another event of the file.
 */
import type { Rule } from '../../../case/rule.ts';
import { say } from '../../../contract/step.ts';
import { counted } from '../../../text/counted.ts';
import { stated, told } from '../../../text/told.ts';

export const otherEvents: Rule = {
  id: 'freb.other-events',
  says: 'The trace has no event that names a status or a logon.',
  needs: ['tracedEvents'],
  judge: (facts) => {
    const [events] = facts.all('tracedEvents');
    if (!events) return [];
    const { at, count, event, module, notification } = events;
    const what = module === undefined ? '' : ` of ${module}`;
    const when = notification === undefined ? '' : ` in ${notification}`;
    return [
      {
        severity: 'info',
        ...told`${counted(count, 'event')} of a failed request trace, beginning with ${stated(event === '' ? 'one without a name' : event, at)}${what}${when}. None of them says who set the status.`,
        article: 'failed-request-tracing',
        evidence: [at],
        next: [
          say(
            'Paste the whole file, or the events MODULE_SET_RESPONSE_ERROR_STATUS and those that begin with AUTH_. Cut the Authorization lines if somebody else reads along.',
          ),
        ],
      },
    ];
  },
};
