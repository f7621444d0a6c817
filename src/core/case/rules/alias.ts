/**
 * The name is an alias, and what the client holds shows which of the two names it asked for:
 *
 *     Resolve-DnsName   portal.contoso.com   CNAME   web01.contoso.com
 *     klist             Server: HTTP/web01.contoso.com @ CONTOSO.COM
 *
 * A ticket for the target: the SPN of the name in the URL is not used. A ticket for the alias: DNS is
 * not at fault. Can be wrong when the ticket for the target is for another site of that name.
 * Source: Chromium, http_auth_handler_negotiate.cc; DisableAuthNegotiateCnameLookup.
 */
import { run, say } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { withoutPort, type Host } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { requestedSpns, type RequestedSpn } from '../join/requested-spns.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';
import { askForName, askForTickets } from './cross-source-requests.ts';

type DnsName = FactOf<'dnsName'>;

const SAYS =
  'The name in the URL is an alias, and the client asks for the SPN of the name behind it.';

/** Tickets and tokens both show what was asked for; one of them is enough. */
function ruleFor(need: 'ticket' | 'tokens', by: readonly RequestedSpn['by'][]): Rule {
  const isMine = (one: RequestedSpn) => by.includes(one.by);
  return {
    id: 'case.alias',
    says: SAYS,
    needs: ['dnsName', need],
    asks: {
      dnsName: (facts) => (requestedSpns(facts).some(isMine) ? askForName(facts) : undefined),
      ...(need === 'ticket' && { ticket: askForTickets }),
    },
    settles: [
      { check: 'alias', state: 'failed', says: SAYS },
      {
        check: 'alias',
        state: 'passed',
        when: 'ruled-out',
        says: 'The client asks for the SPN of the alias itself, so DNS is not at fault.',
      },
    ],
    judge: (facts) => judge(requestedSpns(facts).filter(isMine), facts),
  };
}

export const alias: readonly Rule[] = [
  ruleFor('tokens', ['kerberos', 'ntlm']),
  ruleFor('ticket', ['ticket']),
];

function judge(requested: readonly RequestedSpn[], facts: FactBase): Judgement {
  const hosts = hostsInRequests(facts);
  const aliases = facts
    .all('dnsName')
    .filter(({ name, answer }) => answer === 'alias' && (hosts.size === 0 || hosts.has(name)));
  const judged = aliases.map((one) => {
    const own = requested.filter(({ spn }) => spn.host === one.name);
    const targets = requested.filter(({ spn }) => spn.host === one.canonical);
    return { one, own, target: targets[0] };
  });
  const failed = judged.flatMap(({ one, own, target }) =>
    target && own.length === 0 ? [finding(one, target, facts)] : [],
  );
  if (failed.length > 0) return failed.slice(0, 1);
  const asked = judged.filter(({ own }) => own.length > 0);
  if (asked.length === 0) return [];
  const evidence = asked.flatMap(({ one, own, target }) => [
    one.at,
    ...own.map(({ at }) => at),
    ...(target ? [target.at] : []),
  ]);
  // Both names were asked for, or one was typed into klist get: which one the site gets is open.
  const isOpen = asked.some(
    ({ own, target }) => target !== undefined || own.every(({ isTyped }) => isTyped),
  );
  return isOpen ? { undecided: evidence, missing: ['token'] } : { ruledOut: evidence };
}

function hostsInRequests({ messages }: FactBase): ReadonlySet<Host> {
  return new Set(
    messages.flatMap(({ direction, host }) =>
      direction === 'request' && host !== undefined ? [withoutPort(host)] : [],
    ),
  );
}

function finding(
  { name, canonical = '', at }: DnsName,
  target: RequestedSpn,
  facts: FactBase,
): Diagnosis {
  const header = facts.messages.find(
    (one) => one.direction === 'request' && withoutPort(one.host ?? '') === name,
  );
  const spn = `HTTP/${canonical}`;
  return {
    severity: 'warning',
    ...told`${stated(name, at)} is an alias of ${stated(canonical, at)}, and the client asks for ${stated(spn, target.at)}: an SPN for the alias is not used.`,
    article: 'cname-alias-spn',
    evidence: [at, target.at, ...(header ? [header.at] : [])],
    ...(!header && {
      caveat: `The request for ${spn} may be for a site that users open by that name.`,
    }),
    next: [
      run('anywhere', command`setspn -F -Q ${[spn, 'SPN']}`),
      run('anywhere', command`setspn -F -Q ${[`HOST/${canonical}`, 'SPN']}`),
      say(
        'It works if the account that decrypts holds that SPN. Otherwise make the name an A record, so that every client asks for the name in the URL.',
      ),
    ],
  };
}
