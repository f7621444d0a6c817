/** The lists of hosts that each browser answers by itself, as policies and preferences state them. */
import type { FactBase } from '../../facts/fact-base.ts';
import type { FactOf } from '../../facts/fact.ts';

type Policy = FactOf<'browserPolicy'>;

const LISTS =
  /^(?:AuthServer(?:Allow|White)list|network\.negotiate-auth\.trusted-uris|Authentication\.SPNEGO)$/i;

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
