/**
 * Every article by its slug, with the group whose folder it lies in. The core names articles by
 * these slugs only, so that a finding cannot link a page that does not exist: a test compares this
 * table with `content/articles/`.
 */
const GROUP_OF = {
  // Start and triage
  'start-triage': 'start',
  'read-iis-log': 'start',
  'normal-401-sequence': 'start',
  '401-2-only-no-second-leg': 'start',
  'prompt-loop-401': 'start',
  'kerberos-or-ntlm': 'start',
  'decode-token': 'start',
  'who-am-i-on-the-server': 'start',
  // Status codes
  '401-0-no-substatus': 'status',
  '401-1-logon-failed': 'status',
  '401-2-server-configuration': 'status',
  '401-3-acl': 'status',
  '401-4-isapi-filter': 'status',
  '401-5-isapi-cgi': 'status',
  '401-7-url-authorization': 'status',
  '401-501-504-ip-restriction': 'status',
  'http-400-header-too-long': 'status',
  'http-403-neighbours': 'status',
  'http-407-proxy-auth': 'status',
  '500-19-locked-auth-section': 'status',
  '500-24-impersonation-integrated': 'status',
  '503-pool-identity-logon': 'status',
  // How it works
  'how-negotiate-works': 'concepts',
  'kernel-mode-authentication': 'concepts',
  'app-pool-identity': 'concepts',
  'auth-persistence': 'concepts',
  'default-host-spn': 'concepts',
  'kerberos-flow': 'concepts',
  'ntlm-flow': 'concepts',
  // Kerberos checks
  'kerberos-checklist': 'kerberos',
  'negotiate-header-missing': 'kerberos',
  'zones-and-allowlists': 'kerberos',
  'expected-spn': 'kerberos',
  'cname-alias-spn': 'kerberos',
  'non-default-port-spn': 'kerberos',
  'dc-reachability': 'kerberos',
  'spn-missing': 'kerberos',
  'spn-duplicate': 'kerberos',
  'spn-identity-match': 'kerberos',
  'service-account-state': 'kerberos',
  'krb-ap-err-modified': 'kerberos',
  'loopback-check': 'kerberos',
  'clock-skew': 'kerberos',
  'rc4-disabled-etype': 'kerberos',
  'extended-protection-401': 'kerberos',
  'token-bloat-groups': 'kerberos',
  'secure-channel-broken': 'kerberos',
  'setspn-guide': 'kerberos',
  'klist-guide': 'kerberos',
  'ticket-expired': 'kerberos',
  // Causes
  '401-1-2148074254': 'causes',
  '401-1-bad-credentials': 'causes',
  '401-1-secpkg-not-found': 'causes',
  'ntlm-split-by-load-balancer': 'causes',
  'preauth-401-1': 'causes',
  'anonymous-401-1': 'causes',
  'logon-rights': 'causes',
  'account-lockout-from-iis': 'causes',
  'ntlm-fallback-reasons': 'causes',
  'basic-auth-test': 'causes',
  'cors-preflight-401': 'causes',
  'duplicate-machine-sid': 'causes',
  'client-no-credentials': 'causes',
  'saved-credentials-override': 'causes',
  'keep-alive-required': 'causes',
  'post-body-lost-or-reset': 'causes',
  'security-log-full': 'causes',
  maxconcurrentapi: 'causes',
  'unc-content': 'causes',
  'slow-kerberos': 'causes',
  'wrong-user-shared-connection': 'causes',
  // Delegation and trusts
  'double-hop-checklist': 'delegation',
  'kcd-rbcd': 'delegation',
  'edge-chrome-delegation': 'delegation',
  'protocol-transition-s4u': 'delegation',
  'credential-guard-delegation': 'delegation',
  'cross-forest': 'delegation',
  'cross-forest-tgt-delegation': 'delegation',
  'pac-validation': 'delegation',
  // Clients and browsers
  'edge-chrome-policies': 'clients',
  'firefox-policies': 'clients',
  'dotnet-httpclient-401': 'clients',
  'aspnet-core-401': 'clients',
  'curl-test': 'clients',
  'git-curl-without-ntlm': 'clients',
  'private-window-prompts': 'clients',
  'ie-mode': 'clients',
  'linux-macos-clients': 'clients',
  'webdav-office-prompts': 'clients',
  'remote-and-vpn-clients': 'clients',
  'iis-express-visual-studio': 'clients',
  // Proxies and farms
  'reverse-proxy-load-balancer': 'proxies',
  'web-farm-kerberos': 'proxies',
  'http2-windows-auth': 'proxies',
  'entra-app-proxy-kcd': 'proxies',
  'tls-inspection': 'proxies',
  // Platform changes
  'ntlm-disabled-or-blocked': 'changes',
  'kerberos-changes-2022-2026': 'changes',
  'ntlm-audit-inventory': 'changes',
  'gmsa-app-pool': 'changes',
  'iakerb-localkdc': 'changes',
  'server-2025-notes': 'changes',
  'dc-side-events': 'changes',
  // Tools and how-to
  'failed-request-tracing': 'tools',
  'iis-error-page': 'tools',
  'capture-http-trace': 'tools',
  'har-file': 'tools',
  'packet-capture-file': 'tools',
  'network-log-file': 'tools',
  'capture-network-trace': 'tools',
  'collect-server-state': 'tools',
  'read-ad-account': 'tools',
  'ask-every-domain-controller': 'tools',
  tools: 'tools',
  // Reference
  'events-security': 'reference',
  'krb-error-table': 'reference',
  'policy-settings-reference': 'reference',
  'registry-reference': 'reference',
  'ports-and-requirements': 'reference',
  glossary: 'reference',
  'source-corrections': 'reference',
  // Legacy
  'iis6-to-iis10': 'legacy',
} as const;

export type ArticleSlug = keyof typeof GROUP_OF;

/** Slugs of all articles. */
export const ARTICLES = Object.keys(GROUP_OF) as readonly ArticleSlug[];

/** True when `slug` is an article of this site. */
export function isArticle(slug: string): slug is ArticleSlug {
  return Object.hasOwn(GROUP_OF, slug);
}

/** Site path of an article, without the base: `/kerberos/spn-duplicate/`. */
export function articlePath(slug: ArticleSlug): string {
  return `/${GROUP_OF[slug]}/${slug}/`;
}

/** The article at a site path, the inverse of `articlePath`. */
export function articleAt(path: string): ArticleSlug | undefined {
  const slug = path.split('/')[2] ?? '';
  return isArticle(slug) ? slug : undefined;
}
