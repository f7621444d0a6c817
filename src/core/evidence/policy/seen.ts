/** Names of policies, which nobody translates, and what exports of them begin with. */
const MARK =
  /chromeMetadata|policyValues|chromePolicies|"policies"\s{0,5}:|Auth(?:Server|Negotiate|Schemes)|AuthNegotiate|\bSPNEGO\b|network\.(?:negotiate|automatic|auth)|HttpAuth|AmbientAuth|NtlmV2Enabled|BlockThirdPartyCookies|CrossOriginAuth/i;

/** May `text` hold policies of a browser? Linear. */
export function seenPolicy(text: string): boolean {
  return MARK.test(text);
}
