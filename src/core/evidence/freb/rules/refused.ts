/**
 * Who set the status, and why:
 *
 *     MODULE_SET_RESPONSE_ERROR_STATUS  ModuleName="IpRestrictionModule", HttpStatus="401",
 *                                       HttpSubStatus="503", ErrorCode="Access is denied. (0x80070005)"
 *
 * The first of these events is the cause; a later one can replace the status, and the last decides what
 * is sent. Certain about what was traced. Can miss the cause where the file reached its maximum size, or
 * where HTTP.sys answered by itself.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { PROVED_BY_REFUSAL, statusText } from '../../../codes/iis-refusal.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { Severity } from '../../../contract/decoded.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, type Part } from '../../../text/told.ts';
import { tracesOf, type TraceFacts } from './traces.ts';
import {
  headersOf,
  meaningOf,
  SHOWN,
  titleOf,
  whoSet,
  type Request,
  type Traced,
} from './wording.ts';

const SEC_E_NO_CREDENTIALS = 0x8009_030e;

export const refused: Rule = {
  id: 'freb.refused',
  says: 'The trace names the module that set the status, and its reason.',
  needs: ['tracedError'],
  settles: PROVED_BY_REFUSAL,
  judge: (facts) =>
    tracesOf(facts)
      .filter(({ errors }) => errors.length > 0)
      .slice(0, SHOWN)
      .flatMap((trace) => byModule(trace, facts)),
};

/** The attributes of a trace that has no such event. */
export const refusedByStatus: Rule = {
  ...refused,
  id: 'freb.refused-by-status',
  says: 'The trace has the status of the answer.',
  needs: ['tracedRequest'],
  judge: (facts) =>
    tracesOf(facts)
      .filter(({ errors }) => errors.length === 0)
      .slice(0, SHOWN)
      .flatMap(({ request }) => (request ? byStatus(request) : [])),
};

function byModule({ errors, request }: TraceFacts, facts: FactBase): Diagnosis[] {
  const [first] = errors;
  const last = errors.at(-1);
  if (!first || !last) return [];
  const found = meaningOf(first) ?? meaningOf(last);
  const parts: Part[] = [
    ...whoSet(first),
    '. ',
    found?.meaning ?? 'The trace is not of a request that was refused for want of a logon.',
    ...changedBy(first, last),
    ...withUser(request),
    ...withHeaders(first, facts),
  ];
  return [
    {
      severity: severityOf(first, found !== undefined),
      title: titleOf(parts),
      parts,
      article: found?.article ?? 'failed-request-tracing',
      evidence: [...new Set([first.at, last.at, ...(request?.statusAt ? [request.statusAt] : [])])],
      ...(first.configuration !== undefined && {
        caveat: `The trace also names an error of configuration: ${first.configuration}`,
      }),
      next: stepsFor(first),
    },
  ];
}

function changedBy(first: Traced, last: Traced): Part[] {
  if (first === last || statusText(first) === statusText(last)) return [];
  return [' ', stated(last.module, last.at), ` then made it ${statusText(last) ?? ''}.`];
}

function withUser(request: Request | undefined): Part[] {
  const { user, userAt, at, authenticationType } = request ?? {};
  if (!user || !at) return [];
  const by = authenticationType === undefined ? '' : ` (${authenticationType})`;
  return [' The request was that of ', stated(user.written, userAt ?? at), `${by}.`];
}

function withHeaders(error: Traced, facts: FactBase): Part[] {
  const headers = headersOf(facts, error);
  if (!headers || headers.scheme !== undefined || error.status !== 401) return [];
  return [' ', stated('The request had no Authorization header', headers.at), '.'];
}

function severityOf({ status, substatus, code }: Traced, isKnown: boolean): Severity {
  if (!isKnown) return 'info';
  if (status !== 401) return 'warning';
  return substatus === 2 || (substatus === 1 && code === SEC_E_NO_CREDENTIALS)
    ? 'warning'
    : 'error';
}

function byStatus(request: Request): Diagnosis[] {
  const { status, substatus, statusAt, at } = request;
  if (status === undefined) return [];
  const found = meaningOf({ status, ...(substatus !== undefined && { substatus }) });
  if (!found) return [];
  const parts: Part[] = [
    'The traced request got ',
    stated(`${status}${substatus ? `.${substatus}` : ''}`, statusAt ?? at),
    `. ${found.meaning}`,
    ...withUser(request),
  ];
  return [
    {
      severity: 'warning',
      title: titleOf(parts),
      parts,
      article: found.article,
      evidence: [statusAt ?? at],
      caveat:
        'The event MODULE_SET_RESPONSE_ERROR_STATUS is missing here. It names the module that set the status, and the code.',
    },
  ];
}

function stepsFor({ status, substatus }: Traced): Step[] {
  if (status === 401 && substatus === 1) {
    return [
      run(
        'server',
        command`Get-WinEvent -MaxEvents 5 -FilterHashtable @{LogName='Security'; Id=4625} | Format-List TimeCreated, Message`,
      ),
      say('The event at the time of the trace has the reason in Sub Status.'),
    ];
  }
  if (status === 401 && substatus === 2) {
    return [
      say(
        'GENERAL_RESPONSE_HEADERS has the methods that IIS offered, as lines WWW-Authenticate. Trace the next request of the same client as well: it may carry the credentials.',
      ),
    ];
  }
  return [];
}
