/**
 * Which hosts a browser answers by itself:
 *
 *     AuthServerAllowlist    *.contoso.com                     Edge, Chrome
 *     network.negotiate-auth.trusted-uris    contoso.com       Firefox
 *
 * While Edge and Chrome have a list, the zones of Windows do not count. Compared with the hosts of the requests
 * in the case; without requests only the list is told. Can be wrong when another browser was used.
 */
import { run, say, type Step } from '../../contract/step.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';
import { withoutPort, type Host } from '../../facts/names.ts';
import { command } from '../../text/escape/command.ts';
import { stated, told } from '../../text/told.ts';
import { BROWSER_NAMES, hostLists } from '../join/browser-lists.ts';
import { entriesOf, isDropped, isListed } from '../join/host-lists.ts';
import type { Diagnosis, Rule } from '../rule.ts';

type Policy = FactOf<'browserPolicy'>;

const LISTED = 'case.host-listed';
const NOT_LISTED = 'case.host-not-listed';

function hostsIn({ messages }: FactBase): Host[] {
  const hosts = messages.flatMap(({ direction, host }) =>
    direction === 'request' && host !== undefined ? [withoutPort(host)] : [],
  );
  return [...new Set(hosts)];
}

export const browserList: Rule = {
  id: 'case.browser-list',
  says: 'The browser has a list of the hosts that it answers by itself.',
  needs: ['browserPolicy'],
  settles: [
    {
      check: 'browser-answers',
      finding: NOT_LISTED,
      state: 'failed',
      says: 'The host of the request is not on the list of the browser.',
    },
    {
      check: 'browser-answers',
      finding: LISTED,
      state: 'passed',
      says: 'The host of the request is on the list of the browser.',
    },
    {
      check: 'browser-answers',
      state: 'known',
      says: 'The list of the browser is known. Compare it with the host name in the address bar.',
    },
  ],
  judge: (facts) => {
    const hosts = hostsIn(facts);
    return hostLists(facts).flatMap((list) =>
      list.value === '' ? [] : [finding(list.browser, list.value, list.policies, hosts)],
    );
  },
};

function finding(
  browser: Policy['browser'],
  value: string,
  policies: readonly Policy[],
  hosts: readonly Host[],
): Diagnosis {
  const list = { browser, entries: entriesOf(value) };
  const missing = hosts.filter((host) => !isListed(host, list));
  const dead = list.entries.find(
    (entry) => isDropped(entry) || (browser === 'firefox' && entry.includes('*')),
  );
  const [host] = missing.length > 0 ? missing : hosts;
  return {
    ...verdict(missing, hosts, dead),
    ...sentence(browser, stated(short(value), policies[0]?.at ?? NOWHERE), host, missing, dead),
    article: browser === 'firefox' ? 'firefox-policies' : 'zones-and-allowlists',
    evidence: policies.map(({ at }) => at),
    caveat:
      dead === undefined
        ? 'Only for this browser, and after it was restarted.'
        : 'No slash may follow the host, and Firefox has no wildcards.',
    next: nextFor(browser, host),
  };
}

const NOWHERE = { start: 0, end: 1 };

/** With several hosts, of which some are listed, nobody knows which one the 401 is about. */
function verdict(
  missing: readonly Host[],
  hosts: readonly Host[],
  dead: string | undefined,
): Pick<Diagnosis, 'id' | 'severity'> {
  if (hosts.length > 0 && missing.length === hosts.length) {
    return { id: NOT_LISTED, severity: 'error' };
  }
  if (hosts.length > 0 && missing.length === 0) return { id: LISTED, severity: 'ok' };
  return { severity: dead !== undefined || missing.length > 0 ? 'warning' : 'info' };
}

function sentence(
  browser: Policy['browser'],
  list: ReturnType<typeof stated>,
  host: Host | undefined,
  missing: readonly Host[],
  dead: string | undefined,
): ReturnType<typeof told> {
  const name = BROWSER_NAMES[browser];
  if (host !== undefined) {
    return missing.length > 0
      ? told`${host} is not on the list of ${name} (${list}), so the browser does not answer it by itself.`
      : told`${host} is on the list of ${name} (${list}).`;
  }
  return dead === undefined
    ? told`${name} answers these hosts by itself: ${list}.`
    : told`${name} has a list of hosts that it answers by itself (${list}), and the entry ${dead} matches none.`;
}

const short = (value: string): string => (value.length > 120 ? `${value.slice(0, 120)}…` : value);

function nextFor(browser: Policy['browser'], host: Host | undefined): Step[] {
  if (browser === 'firefox')
    return [say('Open about:policies and look for Authentication under Active.')];
  const key = browser === 'chrome' ? 'Google\\Chrome' : 'Microsoft\\Edge';
  return [
    run(
      'client',
      command`reg query HKLM\\SOFTWARE\\Policies\\${[key, 'BROWSER']} /v AuthServerAllowlist`,
    ),
    say(
      host === undefined
        ? 'Compare each entry with the host name in the address bar: contoso.com is that host alone, *.contoso.com is every host below it.'
        : 'Add the host or its domain to AuthServerAllowlist, without a slash behind it, and restart the browser.',
    ),
  ];
}
