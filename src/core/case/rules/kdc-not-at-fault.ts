/**
 * The KDC issued the ticket, and the server refused the request:
 *
 *     4769       Service Name svc-portal, Failure Code 0x0, ::ffff:10.0.0.81
 *     IIS log    401 1 from 10.0.0.81
 *
 * The KDC is not at fault. What the server has against the logon is in its event 4625: Status and Sub Status.
 * Only where address or user are the same. Can be wrong where the ticket was for another service, as the event
 * names the account and not the SPN.
 */
import type { LogEntry } from '../../contract/decoded.ts';
import { run, say, type Step } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import type { Span } from '../../facts/span.ts';
import { codeOf, logonReason } from '../../evidence/event/rules/logon-statuses.ts';
import { COMPARED } from '../../limits.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { apartInWords } from '../join/moments.ts';
import { canBeOneLogon, isSurelyOneClient } from '../join/ntlm/one-logon.ts';
import { partyOf } from '../join/ntlm/uses.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';

type Issued = FactOf<'ticketIssued'>;

/** The middle step of NTLM, which is no refusal. */
const CONTINUE = 2148074254;
const ID = 'case.kdc-not-at-fault';

export const kdcNotAtFault: Rule = {
  id: ID,
  says: 'The KDC issued the ticket, so the refusal is that of the web server.',
  needs: ['ticketIssued', 'log'],
  asks: {
    log: () => ({
      wants: 'log',
      why: 'Shows what the web server made of the ticket.',
      step: say('Add the rows of the IIS log at the time of event 4769.'),
    }),
  },
  settles: [
    {
      check: 'ticket-issued',
      state: 'passed',
      says: 'A domain controller issued the ticket before the web server refused the request.',
    },
  ],
  judge: (facts): Judgement => {
    const rows = (facts.log?.entries ?? []).filter(
      ({ status, substatus, win32 }) => status === 401 && substatus === 1 && win32 !== CONTINUE,
    );
    const issued = facts.all('ticketIssued').filter(({ owner }) => owner?.name !== 'krbtgt');
    const tickets = issued.slice(0, COMPARED);
    let open: Span[] = [];
    for (const row of rows.slice(0, COMPARED)) {
      const possible = tickets.filter((one) => canBeOneLogon(clientOf(one), partyOf(row)));
      const ticket = possible.find((one) => isSurelyOneClient(clientOf(one), partyOf(row)));
      if (ticket) return [finding(ticket, row, facts)];
      const [first] = possible;
      if (first && open.length === 0) open = [first.at, row.at];
    }
    return open.length > 0 ? { undecided: open, missing: ['event'] } : [];
  },
};

function clientOf({ client, address, time }: Issued) {
  return {
    ...(client && { account: client }),
    ...(address !== undefined && { address }),
    ...(time !== undefined && { time }),
  };
}

function finding(ticket: Issued, row: LogEntry, facts: FactBase): Diagnosis {
  const failed = facts
    .all('logonFailed')
    .find((one) => canBeOneLogon(one, partyOf(row)) && codeOf(one) !== undefined);
  const code = failed && codeOf(failed);
  const reason = code === undefined ? undefined : logonReason(code, failed?.account);
  const owner = ticket.owner?.written ?? 'the service';
  const time = apartInWords(ticket.time, row.time);
  const row401 = stated(`401.1${row.win32Name === undefined ? '' : ` (${row.win32Name})`}`, row.at);
  const start = told`The KDC is not at fault: it issued a ticket for a service of ${stated(owner, ticket.at)}, and the web server refused ${row.clientIp ?? 'the client'} with ${row401}${time}.`;
  const end =
    reason && failed
      ? told` Its event ${failed.event} says why: ${reason.because} (${stated(reason.name, failed.at)}).`
      : told` Why is in event 4625 of the web server.`;
  return {
    severity: 'error',
    title: start.title + end.title,
    parts: [...start.parts, ...end.parts],
    article: reason?.article ?? '401-1-logon-failed',
    evidence: [ticket.at, row.at, ...(failed ? [failed.at] : [])],
    caveat: CAVEAT,
    next: reason && reason.next.length > 0 ? reason.next : STEPS,
  };
}

const CAVEAT =
  'The event names the account that holds the SPN and not the SPN: another service of that account may be meant.';

const STEPS: readonly Step[] = [
  run(
    'server',
    command`Get-WinEvent -MaxEvents 20 -FilterHashtable @{LogName='Security'; Id=4625}`,
  ),
  say('Status and Sub Status of the event at that time name the reason.'),
];
