/**
 * A domain controller gave no service ticket (4769 with a Failure Code):
 *
 *     Service Name:    HTTP/portal.contoso.com
 *     Failure Code:    0x7              no account holds the SPN
 *
 * Certain about the code; the cause is the usual one. For a service other than a web site it does not
 * settle what the domain controller would say about the site.
 */
import type { Diagnosis, Rule } from '../../../case/rule.ts';
import { run, say, type Step } from '../../../contract/step.ts';
import type { FactOf } from '../../../facts/fact.ts';
import { spelled } from '../../../facts/names.ts';
import { command } from '../../../text/escape/command.ts';
import { stated, told } from '../../../text/told.ts';
import { kerberosCause } from './kerberos-causes.ts';
import { OTHER_SERVICE, TICKET_REFUSED_SETTLES, USER_TO_USER } from './ticket-refused-settles.ts';
import { fromOf, grouped, MOST, nameOf, placesOf, setspnName, times } from './words.ts';

type Refused = FactOf<'ticketRefused'>;

/** HOST/ names stand for HTTP/ ones of the same computer. */
const WEB = new Set(['HTTP', 'HOST']);
const UNKNOWN = 7;
const USER2USER = 27;

export const ticketRefused: Rule = {
  id: 'event.ticket-refused',
  says: 'A domain controller recorded why it gave no service ticket.',
  needs: ['ticketRefused'],
  settles: TICKET_REFUSED_SETTLES,
  judge: (facts) =>
    grouped(
      facts
        .all('ticketRefused')
        .filter(({ told: by, space }) => by === 'kdc' && space === 'kerberos'),
      (one) => `${one.code} ${askedFor(one) ?? ''} ${one.client?.written ?? ''}`,
    )
      .slice(0, MOST)
      .map(diagnose),
};

function askedFor({ spn, service }: Refused): string | undefined {
  return spn ? spelled(spn) : service?.written;
}

function diagnose(group: readonly [Refused, ...Refused[]]): Diagnosis {
  const [first] = group;
  const { code, spn, client, at } = first;
  const asked = askedFor(first);
  const { name, article, severity, because, next } = kerberosCause(code, spn && asked);
  const isOther = spn !== undefined && !WEB.has(spn.service);
  const id = code === USER2USER ? USER_TO_USER : isOther ? OTHER_SERVICE : undefined;
  return {
    ...(id !== undefined && { id }),
    severity,
    ...told`The domain controller gave ${nameOf(client, 'the client')}${fromOf(first)} no ticket for ${asked ?? 'the service'}${times(group)}: ${because} (${stated(name, at)}).`,
    article,
    evidence: placesOf(group),
    ...caveatOf(code, isOther),
    next:
      code === UNKNOWN
        ? stepsForUnknown(spn && asked)
        : code === USER2USER
          ? stepsForUser(setspnName(first.service))
          : next,
  };
}

function caveatOf(code: number, isOther: boolean): { caveat?: string } {
  if (isOther) return { caveat: 'This ticket is not for a web site.' };
  if (code === UNKNOWN) {
    return {
      caveat:
        'An SPN that two accounts hold can give the same code. The SPN of a site under its computer name is HOST/, which every computer has.',
    };
  }
  return {};
}

function stepsForUser(account: string | undefined): Step[] {
  return [
    run('anywhere', command`setspn -L ${[account, 'ACCOUNT']}`),
    say('Ask for an SPN and not for the account, and register it on the account that decrypts.'),
  ];
}

function stepsForUnknown(spn: string | undefined): Step[] {
  const name = [spn, 'SPN'] as const;
  return [
    run('anywhere', command`setspn -F -Q ${name}`),
    say('If no account holds it, register it on the account that decrypts the tickets.'),
    run('anywhere', command`setspn -S ${name} ${[undefined, 'ACCOUNT']}`),
  ];
}
