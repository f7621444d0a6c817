/** Policies and preferences of browsers that have to do with signing in. Source: the policy references. */

/** Names of Edge and Chrome, in lower case, as they are spelled. */
export const CHROMIUM_POLICIES: ReadonlyMap<string, string> = new Map(
  'AuthServerAllowlist AuthServerWhitelist AuthNegotiateDelegateAllowlist AuthNegotiateDelegateWhitelist AuthNegotiateDelegateByKdcPolicy AuthSchemes AllHttpAuthSchemesAllowedForOrigins AllHttpAuthSchemesAllowedForProxies DisableAuthNegotiateCnameLookup EnableAuthNegotiatePort AmbientAuthenticationInPrivateModesEnabled BasicAuthOverHttpEnabled AllowCrossOriginAuthPrompt NtlmV2Enabled BlockThirdPartyCookies WindowsHelloForHTTPAuthEnabled IntegratedWebAuthenticationAllowed'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** Members of Firefox's policy Authentication; with a second level for AllowNonFQDN and AllowProxies. */
export const FIREFOX_MEMBERS: ReadonlySet<string> = new Set([
  'SPNEGO',
  'NTLM',
  'Delegated',
  'AllowNonFQDN',
  'AllowProxies',
  'PrivateBrowsing',
  'Locked',
]);

/** Preferences of Firefox. */
export const PREFERENCE =
  /\b(network\.(?:negotiate-auth|automatic-ntlm-auth|auth)\.(?:trusted-uris|delegation-uris|allow-non-fqdn|allow-proxies|private-browsing-sso|use-sspi|using-native-gsslib))/i;
