/**
 * Policies of browsers in the registry. The key says which browser and whether the user may change it:
 *
 *     HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Edge                 AuthServerAllowlist
 *     HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Google\Chrome\Recommended      AuthServerAllowlist
 *     HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Mozilla\Firefox\Authentication\SPNEGO     1, 2, 3
 *
 * Source: Chrome Enterprise and Microsoft Edge policy references; Mozilla, policy templates.
 */
import type { FactTypes } from '../../facts/fact.ts';

type Policy = Pick<FactTypes['browserPolicy'], 'browser' | 'name' | 'level'>;

const KEY =
  /(?:^|\\)Policies\\(Microsoft\\Edge|Google\\Chrome|Chromium|Mozilla\\Firefox)(\\Recommended)?(?:\\(.{1,100}))?$/i;
const BROWSERS: Readonly<Record<string, Policy['browser']>> = {
  'microsoft\\edge': 'edge',
  'google\\chrome': 'chrome',
  chromium: 'chromium',
  'mozilla\\firefox': 'firefox',
};
const NAMES =
  /^(?:AuthServer(?:Allow|White)list|AuthNegotiateDelegate(?:Allow|White)list|AuthSchemes|AllHttpAuthSchemesAllowedForOrigins|DisableAuthNegotiateCnameLookup|EnableAuthNegotiatePort|AmbientAuthenticationInPrivateModesEnabled|BasicAuthOverHttpEnabled|AllowCrossOriginAuthPrompt|NtlmV2Enabled|IntegratedWebAuthenticationAllowed|WindowsHelloForHTTPAuthEnabled|Authentication(?:\.\w+)?)$/i;

/** The policy that a value of the key stands for; undefined where it has nothing to do with signing in. */
export function policyAt(key: string | undefined, name: string): Policy | undefined {
  const [, owner, recommended, below] = KEY.exec(key ?? '') ?? [];
  const browser = owner === undefined ? undefined : BROWSERS[owner.toLowerCase()];
  if (browser === undefined) {
    // Printed without its key: nothing but Edge and Chrome has such names.
    const isOwn = key === undefined && /^Auth(?:Server|Negotiate)|AuthNegotiate/i.test(name);
    return isOwn && NAMES.test(name) ? { browser: 'chromium', name } : undefined;
  }
  const path = below?.replaceAll('\\', '.');
  const isList = /^\d{1,4}$/.test(name);
  const full = path === undefined ? name : isList ? path : `${path}.${name}`;
  if (!NAMES.test(full)) return undefined;
  return { browser, name: full, level: recommended === undefined ? 'mandatory' : 'recommended' };
}
