/**
 * A second hop takes two permissions, and each source shows one:
 *
 *     klist     Ticket Flags ... ok_as_delegate          the account of the site may act as its users
 *     policy    AuthNegotiateDelegateAllowlist           the browser hands over a ticket to that host
 *
 * With both, Edge and Chrome forward a ticket-granting ticket. Constrained delegation needs neither the flag nor the
 * list. Signing in needs no delegation at all. Can be wrong where Credential Guard keeps the ticket back.
 * Source: RFC 4120 2.8; Chromium, AuthNegotiateDelegateAllowlist.
 */
import type { Step } from '../../contract/step.ts';
import { run, say } from '../../contract/step.ts';
import type { FactOf } from '../../facts/fact.ts';
import { spelled } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { BROWSER_NAMES } from '../join/browser-lists.ts';
import { entriesOf, isListed } from '../join/host-lists.ts';
import type { Diagnosis, Rule } from '../rule.ts';

type Ticket = FactOf<'ticket'>;
type Policy = FactOf<'browserPolicy'>;

const LIST =
  /^(?:AuthNegotiateDelegate(?:Allow|White)list|network\.negotiate-auth\.delegation-uris|Authentication\.Delegated)$/i;
const FLAG = 'ok_as_delegate';
const PASSED = 'case.ticket-forwarded';
const NO_LIST = 'case.browser-keeps-ticket';

export const delegation: Rule = {
  id: 'case.not-trusted-for-delegation',
  says: 'The site cannot use the ticket of the user for a second hop.',
  needs: ['ticket', 'browserPolicy'],
  settles: [
    {
      check: 'second-hop',
      state: 'known',
      says: 'The browser may forward a ticket to the host, and its account is not trusted for unconstrained delegation. Constrained delegation needs neither.',
    },
    {
      check: 'second-hop',
      state: 'failed',
      finding: NO_LIST,
      says: 'The account is trusted for delegation, and the browser does not forward a ticket to the host.',
    },
    {
      check: 'second-hop',
      state: 'passed',
      finding: PASSED,
      says: 'The account is trusted for delegation, and the browser forwards a ticket to the host.',
    },
  ],
  judge: (facts) => {
    const lists = facts
      .all('browserPolicy')
      .filter(({ name, value }) => LIST.test(name) && value !== undefined);
    const ticket = facts
      .all('ticket')
      .find(({ spn, flags, seen }) => spn.service === 'HTTP' && seen === 'cache' && flags);
    const [list] = lists;
    return ticket && list ? [judge(ticket, list, lists)] : [];
  },
};

function judge(ticket: Ticket, first: Policy, lists: readonly Policy[]): Diagnosis {
  const list = lists.find((one) => isOn(ticket, one));
  const isTrusted = ticket.flags?.includes(FLAG) === true;
  if (isTrusted) return list ? both(ticket, list) : kept(ticket, first);
  return list ? notTrusted(ticket, list) : neither(ticket, first);
}

function isOn({ spn }: Ticket, { browser, value = '' }: Policy): boolean {
  return isListed(spn.host, { browser, entries: entriesOf(value) });
}

const placesOf = (ticket: Ticket, list: Policy) => [ticket.flagsAt ?? ticket.at, list.at];
const SIGNING_IN =
  'Signing in needs no delegation. Only a site that goes on to another server as the user does.';

function both(ticket: Ticket, list: Policy): Diagnosis {
  return {
    id: PASSED,
    severity: 'ok',
    ...told`${BROWSER_NAMES[list.browser]} forwards a ticket of the user to ${stated(ticket.spn.host, list.at)}, and its account is trusted for delegation (${stated(FLAG, ticket.flagsAt ?? ticket.at)}).`,
    article: 'double-hop-checklist',
    evidence: placesOf(ticket, list),
    caveat:
      'Credential Guard on the client, a user who is marked as sensitive, and Protected Users keep the ticket back.',
  };
}

function kept(ticket: Ticket, list: Policy): Diagnosis {
  const name = BROWSER_NAMES[list.browser];
  return {
    id: NO_LIST,
    severity: 'warning',
    ...told`The account of ${stated(spelled(ticket.spn), ticket.flagsAt ?? ticket.at)} is trusted for delegation, and ${name} forwards no ticket to that host: its list is ${stated(list.value === '' ? 'empty' : (list.value ?? ''), list.at)}.`,
    article: 'edge-chrome-delegation',
    evidence: placesOf(ticket, list),
    caveat: SIGNING_IN,
    next: [
      say(
        'Add the host to the list of the browser, or use constrained delegation, which needs no list.',
      ),
    ],
  };
}

function notTrusted(ticket: Ticket, list: Policy): Diagnosis {
  return {
    severity: 'warning',
    ...told`${BROWSER_NAMES[list.browser]} may forward a ticket to ${stated(ticket.spn.host, list.at)}, and the account of ${spelled(ticket.spn)} is not trusted for delegation: its ticket is ${stated('without ok_as_delegate', ticket.flagsAt ?? ticket.at)}, so none is forwarded.`,
    article: 'double-hop-checklist',
    evidence: placesOf(ticket, list),
    caveat: `The flag stands for unconstrained delegation only: constrained delegation does without it. ${SIGNING_IN}`,
    next: accountSteps(ticket),
  };
}

function neither(ticket: Ticket, list: Policy): Diagnosis {
  return {
    severity: 'info',
    ...told`No ticket of the user goes to ${stated(spelled(ticket.spn), ticket.flagsAt ?? ticket.at)}: it is without ok_as_delegate, and the host is not on the list of ${stated(BROWSER_NAMES[list.browser], list.at)}.`,
    article: 'double-hop-checklist',
    evidence: placesOf(ticket, list),
    caveat: `Constrained delegation needs neither. ${SIGNING_IN}`,
    next: accountSteps(ticket),
  };
}

function accountSteps({ spn }: Ticket): Step[] {
  return [
    run('anywhere', command`setspn -F -Q ${[spelled(spn), 'SPN']}`),
    run(
      'domain-controller',
      command`Get-ADObject -LDAPFilter '(servicePrincipalName=${[spelled(spn), 'SPN']})' -Properties sAMAccountName, userAccountControl, msDS-AllowedToDelegateTo`,
    ),
  ];
}
