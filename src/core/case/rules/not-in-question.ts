/**
 * Checks that a case takes off the list, because what it shows makes their question idle:
 *
 *     IIS log     401 1                      refused by IIS itself: nothing has gone on to a second server
 *     request     Host: 10.0.0.21            an address is no alias
 *     request     User-Agent: curl/8.7.1     no browser, so no list of a browser
 *
 * Only in a case of several sources, which is about one logon; a single paste may show one of many.
 */
import type { FactBase, Need } from '../../facts/fact-base.ts';
import { isAddress, withoutPort } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { ntlmReason } from '../../evidence/event/rules/ntlm-reasons.ts';
import { refusedByIis } from '../join/disproved.ts';
import type { Rule, Settles } from '../rule.ts';

interface Idle {
  readonly id: string;
  /** What is ruled out, as a sentence. */
  readonly says: string;
  readonly needs: readonly Need[];
  readonly check: string;
  readonly state: Settles['state'];
  /** What it proves. */
  readonly proves: string;
  readonly places: (facts: FactBase) => Span[];
}

/** Browsers name themselves with Mozilla or Opera; a program that names itself otherwise is none. */
const BROWSER = /^(?:Mozilla|Opera)\//i;

const requests = ({ messages }: FactBase) =>
  messages.filter(({ direction }) => direction === 'request');
const hosts = (facts: FactBase) => requests(facts).filter(({ host }) => host !== undefined);

/** The places, where all of `all` are so. */
const whereAll = <T extends { readonly at: Span }>(
  all: readonly T[],
  isSo: (one: T) => boolean,
): Span[] => (all.every(isSo) ? all.map(({ at }) => at) : []);

const IDLE: readonly Idle[] = [
  {
    id: 'case.second-hop',
    says: 'A second hop was refused.',
    needs: ['log'],
    check: 'second-hop',
    state: 'not-applicable',
    proves: 'IIS itself refused the requests, before the site could go on to another server.',
    places: refusedByIis,
  },
  {
    id: 'case.name-is-alias',
    says: 'The name in the URL is an alias.',
    needs: ['messages'],
    check: 'alias',
    state: 'not-applicable',
    proves: 'The URL has an address and no name.',
    places: (facts) => whereAll(hosts(facts), ({ host = '' }) => isAddress(withoutPort(host))),
  },
  {
    id: 'case.browser-refuses',
    says: 'The browser does not answer the host.',
    needs: ['messages'],
    check: 'browser-answers',
    state: 'not-applicable',
    proves: 'The client is no browser, so it has no list of hosts.',
    places: (facts) => {
      const named = requests(facts).filter(({ program }) => program !== undefined);
      return whereAll(named, ({ program = '' }) => !BROWSER.test(program));
    },
  },
  {
    id: 'case.port-in-url',
    says: 'The URL has a port that the SPN does not have.',
    needs: ['messages'],
    check: 'port',
    state: 'passed',
    proves: 'The requests name no port other than 80 and 443.',
    places: (facts) => whereAll(hosts(facts), ({ host = '' }) => !/:(?!80$|443$)\d+$/.test(host)),
  },
  {
    id: 'case.domain-of-local-account',
    says: 'The domains of user and server do not trust each other.',
    needs: ['ntlmUse'],
    check: 'trusted-domains',
    state: 'not-applicable',
    proves: 'The account is a local one, which no domain has to trust.',
    places: (facts) =>
      whereAll(
        facts.all('ntlmUse').filter(({ seenBy }) => seenBy === 'client'),
        ({ reason, reasonId }) => ntlmReason(reason, reasonId)?.key === 'local',
      ),
  },
];

const SHOWN = 5;

export const notInQuestion: readonly Rule[] = IDLE.map(
  ({ id, says, needs, check, state, proves, places }): Rule => ({
    id,
    says,
    needs,
    settles: [{ check, state, when: 'ruled-out', says: proves }],
    judge: (facts) => {
      const found = facts.sources.length > 1 ? places(facts) : [];
      return found.length > 0 ? { ruledOut: found.slice(0, SHOWN) } : [];
    },
  }),
);
