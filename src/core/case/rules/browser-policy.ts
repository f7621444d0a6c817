/**
 * What the other policies of a browser change about signing in:
 *
 *     AuthSchemes                        ntlm,basic       no Negotiate, so no Kerberos
 *     DisableAuthNegotiateCnameLookup    true             the SPN has the name as typed
 *
 * Certain for this browser, once it was restarted. A policy with an error, or a recommended one that the user
 * has changed, does not count.
 */
import type { ArticleSlug } from '../../articles.ts';
import type { FactOf } from '../../facts/fact.ts';
import { stated, told } from '../../text/told.ts';
import type { Diagnosis, Rule } from '../rule.ts';
import { BROWSER_NAMES } from '../join/browser-lists.ts';

type Policy = FactOf<'browserPolicy'>;

interface Meaning {
  readonly severity: 'info' | 'warning';
  /** Continues "Edge ...". */
  readonly says: string;
  readonly article: ArticleSlug;
}

const isOn = ({ value = '' }: Policy): boolean => /^(?:true|1)$/i.test(value);

const either =
  (article: ArticleSlug, on: string, off: string) =>
  (policy: Policy): Meaning => ({
    severity: 'info',
    says: isOn(policy) ? on : off,
    article,
  });

const schemes = ({ value = '' }: Policy): Meaning => {
  const hasNegotiate = /\bnegotiate\b/i.test(value);
  return {
    severity: hasNegotiate ? 'info' : 'warning',
    says: hasNegotiate
      ? `uses these methods only: ${value}`
      : `uses these methods only: ${value}. Without negotiate there is no Kerberos`,
    article: 'edge-chrome-policies',
  };
};

const delegation = ({ value = '', browser }: Policy): Meaning => ({
  severity: 'info',
  says: `may forward the user's ticket to ${value}`,
  article: browser === 'firefox' ? 'firefox-policies' : 'edge-chrome-delegation',
});

const firefox = (says: string) => (): Meaning => ({
  severity: 'info',
  says,
  article: 'firefox-policies',
});

const MEANINGS: Readonly<Record<string, (policy: Policy) => Meaning>> = {
  AuthSchemes: schemes,
  AuthNegotiateDelegateAllowlist: delegation,
  AuthNegotiateDelegateWhitelist: delegation,
  'network.negotiate-auth.delegation-uris': delegation,
  'Authentication.Delegated': delegation,
  DisableAuthNegotiateCnameLookup: either(
    'cname-alias-spn',
    'asks for the SPN of the name as it is typed, also where that name is an alias',
    'follows an alias and asks for the SPN of its target',
  ),
  EnableAuthNegotiatePort: either(
    'non-default-port-spn',
    'puts a port other than 80 and 443 into the SPN',
    'puts no port into the SPN',
  ),
  AmbientAuthenticationInPrivateModesEnabled: ({ value = '' }) => ({
    severity: 'info',
    says:
      value === '0'
        ? 'logs the user on in regular windows only'
        : 'also logs the user on in private or guest windows',
    article: 'private-window-prompts',
  }),
  BasicAuthOverHttpEnabled: either(
    'edge-chrome-policies',
    'uses Basic over plain HTTP, too',
    'uses Basic over HTTPS only',
  ),
  BlockThirdPartyCookies: either(
    'edge-chrome-policies',
    'blocks cookies of third parties, and with them the logon of frames from other sites',
    'allows cookies of third parties',
  ),
  NtlmV2Enabled: firefox('reads this policy on other systems than Windows only'),
  'network.automatic-ntlm-auth.trusted-uris': firefox(
    'sends NTLM by itself to the hosts of a list',
  ),
  'Authentication.NTLM': firefox('sends NTLM by itself to the hosts of a list'),
  'network.negotiate-auth.allow-non-fqdn': firefox('has a setting for names without a dot'),
  'network.auth.private-browsing-sso': firefox('has a setting for private windows'),
  'network.auth.use-sspi': firefox('has a setting for the tickets of Windows'),
};

/** The case of a name does not count in the registry. */
const MEANING_OF = new Map(
  Object.entries(MEANINGS).map(([name, meaning]) => [name.toLowerCase(), meaning]),
);

export const browserPolicy: Rule = {
  id: 'case.browser-policy',
  says: 'A policy of the browser changes how it signs in.',
  needs: ['browserPolicy'],
  settles: [
    {
      check: 'alias',
      article: 'cname-alias-spn',
      state: 'known',
      says: 'It is known whether the browser follows an alias. Whether the name is one is not.',
    },
    {
      check: 'port',
      article: 'non-default-port-spn',
      state: 'known',
      says: 'It is known whether the browser puts the port into the SPN.',
    },
    {
      check: 'second-hop',
      article: 'edge-chrome-delegation',
      state: 'known',
      says: 'It is known to which hosts the browser may forward the ticket of the user.',
    },
    {
      check: 'browser-answers',
      article: 'edge-chrome-policies',
      state: 'known',
      says: 'It is known which methods the browser uses. Which hosts it answers is not.',
    },
  ],
  judge: (facts) =>
    facts.all('browserPolicy').flatMap((policy) => {
      const meaning = MEANING_OF.get(policy.name.toLowerCase());
      return meaning && policy.value !== undefined ? [finding(policy, meaning(policy))] : [];
    }),
};

function finding(policy: Policy, { severity, says, article }: Meaning): Diagnosis {
  const { browser, name, at, error, level } = policy;
  return {
    severity,
    ...told`${BROWSER_NAMES[browser]} ${says} (${stated(name, at)}).`,
    article,
    evidence: [at],
    ...(error !== undefined
      ? { caveat: `The browser reports an error for this policy: ${error}` }
      : level === 'recommended' && {
          caveat: 'The policy is only recommended: the user may have changed it.',
        }),
  };
}
