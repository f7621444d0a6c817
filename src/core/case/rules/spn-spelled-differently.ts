/**
 * The SPN that a client asks for is not registered, and one that looks like it is:
 *
 *     klist get   HTTP/web01.contoso.com, 0xc000018b
 *     setspn -L   HTTP/web01.contoso.com:8080      browsers leave the port out by default
 *                 HTTP/web01                       another SPN than that of the full name
 *                 HTTPS/web01.contoso.com          the class is HTTP for https, too
 *                 HTTP/web01.contoso.com@CONTOSO.COM   the realm is no part of an SPN
 *
 * Case makes no difference. Can be wrong when an account that is not listed holds the right SPN.
 * Source: MS-KILE 3.1.5.11; Chromium, http_auth_handler_negotiate.cc.
 */
import type { ArticleSlug } from '../../articles.ts';
import { run } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { compareHosts, logonName, spelled, type Spn } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { requestedSpns, type RequestedSpn } from '../join/requested-spns.ts';
import { accountOfOwner, holdersOf } from '../join/spn-holders.ts';
import type { Diagnosis, Judgement, Rule } from '../rule.ts';
import { askForOwner, askForTickets } from './cross-source-requests.ts';

type SpnOwner = FactOf<'spnOwner'>;

interface Difference {
  readonly article: ArticleSlug;
  readonly why: string;
}

const SAYS = 'The SPN is registered in another spelling than the one that the client asks for.';
const failed = (check: string, article: ArticleSlug) =>
  ({ check, state: 'failed', article, says: SAYS }) as const;

/** A rule for each kind of evidence that shows what the client asks for: one of them is enough. */
function ruleFor(
  need: 'ticket' | 'ticketRefused' | 'tokens',
  by: readonly RequestedSpn['by'][],
): Rule {
  return {
    id: 'case.spn-spelled-differently',
    says: SAYS,
    needs: [need, 'spnOwner'],
    asks: {
      spnOwner: (facts) => (mine(facts, by).length > 0 ? askForOwner(facts) : undefined),
      ...(need === 'ticket' && { ticket: askForTickets }),
    },
    settles: [
      failed('port', 'non-default-port-spn'),
      failed('requested-name', 'expected-spn'),
      failed('requested-name', 'setspn-guide'),
      {
        check: 'requested-name',
        state: 'passed',
        when: 'ruled-out',
        says: 'The client asks for an SPN that is registered.',
      },
    ],
    judge: (facts) => judge(mine(facts, by), facts),
  };
}

export const spnSpelledDifferently: readonly Rule[] = [
  ruleFor('ticketRefused', ['refusal']),
  ruleFor('ticket', ['ticket']),
  ruleFor('tokens', ['kerberos', 'ntlm']),
];

const mine = (facts: FactBase, by: readonly RequestedSpn['by'][]): RequestedSpn[] =>
  requestedSpns(facts).filter((one) => by.includes(one.by));

function judge(requested: readonly RequestedSpn[], facts: FactBase): Judgement {
  const open = requested.filter(({ spn }) => holdersOf(spn, facts).length === 0);
  for (const one of open) {
    for (const owner of facts.all('spnOwner')) {
      const difference = differenceOf(one.spn, owner.spn);
      if (difference) return [finding(one, owner, difference)];
    }
  }
  // What a person typed into klist get is not what a browser asks for.
  const met = requested.filter((one) => !open.includes(one) && !one.isTyped);
  if (met.length === 0) return [];
  return {
    ruledOut: met.flatMap(({ spn, at }) => [at, ...holdersOf(spn, facts).map((owner) => owner.at)]),
  };
}

/** In what two SPNs of one service differ; undefined when they are of two services. */
function differenceOf(asked: Spn, registered: Spn): Difference | undefined {
  if (registered.domain !== undefined || asked.domain !== undefined) return undefined;
  const hosts = compareHosts(asked.host, registered.host);
  const isClass = asked.service === registered.service;
  if (hosts === 'same' && !isClass && registered.service === 'HTTPS') {
    return { article: 'setspn-guide', why: 'no client asks for the class HTTPS' };
  }
  if (!isClass || hosts === 'different') return undefined;
  if (hosts === 'unknown') {
    return { article: 'expected-spn', why: 'a short name and a full name are two SPNs' };
  }
  if (asked.port !== registered.port) {
    const why =
      asked.port === undefined ? 'browsers leave the port out' : 'this client puts the port in';
    return { article: 'non-default-port-spn', why };
  }
  return registered.realm === undefined
    ? undefined
    : { article: 'setspn-guide', why: 'the realm is no part of an SPN' };
}

function finding(one: RequestedSpn, owner: SpnOwner, { article, why }: Difference): Diagnosis {
  const asked = spelled(one.spn);
  const { realm } = owner.spn;
  const registered = `${spelled(owner.spn)}${realm === undefined ? '' : `@${realm}`}`;
  const logon = logonName(accountOfOwner(owner));
  const isRefused = one.by === 'refusal';
  return {
    severity: isRefused ? 'error' : 'warning',
    ...told`The client asks for ${stated(asked, one.at)}, and what is registered is ${stated(registered, owner.at)}: ${why}.`,
    article,
    evidence: [one.at, owner.at],
    caveat:
      one.by === 'ticket' || one.by === 'kerberos'
        ? 'The KDC issued a ticket, so an account that is not listed here holds the SPN, or HOST/ of the same name.'
        : 'An account that is not listed here may hold the SPN.',
    next: [
      run('anywhere', command`setspn -F -Q ${[asked, 'SPN']}`),
      run('anywhere', command`setspn -F -S ${[asked, 'SPN']} ${[logon, 'ACCOUNT THAT DECRYPTS']}`),
      run('client', command`klist purge`),
    ],
  };
}
