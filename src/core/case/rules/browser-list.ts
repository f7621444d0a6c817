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
import { entriesOf, isDropped, isListed } from '../join/host-lists.ts';
import type { Diagnosis, Rule } from '../rule.ts';

type Policy = FactOf<'browserPolicy'>;

const LISTS =
  /^(?:AuthServer(?:Allow|White)list|network\.negotiate-auth\.trusted-uris|Authentication\.SPNEGO)$/i;
const LISTED = 'case.host-listed';
const NOT_LISTED = 'case.host-not-listed';

export const BROWSER_NAMES: Readonly<Record<Policy['browser'], string>> = {
  edge: 'Edge',
  chrome: 'Chrome',
  firefox: 'Firefox',
  chromium: 'The browser',
};

/** The lists of each browser; Firefox writes one entry a value of the registry. */
export function hostLists(
  facts: FactBase,
): { browser: Policy['browser']; value: string; policies: Policy[] }[] {
  const all = facts.all('browserPolicy').filter(({ name }) => LISTS.test(name));
  const browsers = [...new Set(all.map(({ browser }) => browser))];
  return browsers.map((browser) => {
    const policies = all.filter((one) => one.browser === browser);
    const value = policies.flatMap((one) => one.value ?? []).join(', ');
    return { browser, value, policies };
  });
}

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
  const entries = entriesOf(value);
  const list = { browser, entries };
  const missing = hosts.filter((host) => !isListed(host, list));
  const [host] = missing.length > 0 ? missing : hosts;
  const place = stated(short(value), policies[0]?.at ?? { start: 0, end: 1 });
  const name = BROWSER_NAMES[browser];
  const dropped = entries.find(
    (entry) => isDropped(entry) || (browser === 'firefox' && entry.includes('*')),
  );
  const isOut = host !== undefined && missing.length > 0;
  return {
    ...(host !== undefined && { id: isOut ? NOT_LISTED : LISTED }),
    severity: isOut
      ? 'error'
      : dropped !== undefined
        ? 'warning'
        : host === undefined
          ? 'info'
          : 'ok',
    ...(host === undefined
      ? told`${name} answers these hosts by itself: ${place}.`
      : isOut
        ? told`${host} is not on the list of ${name} (${place}), so the browser does not answer it by itself.`
        : told`${host} is on the list of ${name} (${place}).`),
    article: browser === 'firefox' ? 'firefox-policies' : 'zones-and-allowlists',
    evidence: policies.map(({ at }) => at),
    caveat:
      dropped === undefined
        ? 'Only for this browser, and after it was restarted.'
        : `The entry ${dropped} matches nothing: no slash may follow the host, and Firefox has no wildcards.`,
    next: nextFor(browser, host),
  };
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
