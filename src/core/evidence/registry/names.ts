/**
 * The values that have to do with signing in to a web site, by their names, which nobody translates. Of any
 * other value nothing is stated: a registry holds passwords, too.
 * Source: the articles on registry values and on policy settings, which name theirs.
 */

interface Known {
  /** As it is spelled in documentation. */
  readonly name: string;
  /** The end of the key that it belongs to. */
  readonly key: RegExp;
  /** True for a name that means something else elsewhere, so that the key has to be shown. */
  readonly needsKey?: true;
}

const LSA = /\\Control\\Lsa$/i;
const MSV = /\\Lsa\\MSV1_0$/i;
const KERBEROS = /\\Lsa\\Kerberos\\Parameters$/i;
const POLICY = /\\Policies\\System\\Kerberos\\Parameters$/i;
const HTTP = /\\Services\\HTTP\\Parameters$/i;
const NETLOGON = /\\Services\\Netlogon\\Parameters$/i;
const KDC = /\\Services\\Kdc$/i;
const SETTINGS = /\\Internet Settings$/i;

const BY_KEY: readonly (readonly [RegExp, string, needsKey?: true])[] = [
  [LSA, 'DisableLoopbackCheck LmCompatibilityLevel CrashOnAuditFail SuppressExtendedProtection'],
  [
    MSV,
    'BackConnectionHostNames RestrictReceivingNTLMTraffic RestrictSendingNTLMTraffic AuditReceivingNTLMTraffic ClientAllowedNTLMServers BlockNtlmv1SSO',
  ],
  [KERBEROS, 'MaxTokenSize SkewTime SpnCacheTimeout MaxPacketSize PacSignatureValidationLevel'],
  [KERBEROS, 'LogLevel', true],
  [POLICY, 'SupportedEncryptionTypes TryIPSPN RC4DefaultDisablementPhase'],
  [HTTP, 'MaxFieldLength MaxRequestBytes EnableHttp2Tls'],
  [NETLOGON, 'MaxConcurrentApi RestrictNTLMInDomain AuditNTLMInDomain DCAllowedNTLMServers'],
  [NETLOGON, 'DisablePasswordChange', true],
  [KDC, 'DefaultDomainSupportedEncTypes KrbtgtFullPacSignature'],
  [/\\Services\\LanmanServer\\Parameters$/i, 'DisableStrictNameChecking'],
  [SETTINGS, 'DisableNTLMPreAuth'],
  [/\\Services\\WebClient\\Parameters$/i, 'AuthForwardServerList'],
  [/\\Internet Settings\\(?:Lockdown_)?Zones\\[0-4]$/i, '1A00', true],
  [/\\FeatureControl\\FEATURE_[A-Z_]{1,60}_KB\d{6}$/i, 'iexplore.exe msedge.exe', true],
];

const KNOWN: ReadonlyMap<string, Known> = new Map(
  BY_KEY.flatMap(([key, names, needsKey]) =>
    names
      .split(' ')
      .map((name): [string, Known] => [
        name.toLowerCase(),
        { name, key, ...(needsKey && { needsKey }) },
      ]),
  ),
);

/** `*` and the protocols of a site that is assigned to a zone. */
const ZONE_MAP = /\\ZoneMap\\(?:Domains|EscDomains|Ranges|ProtocolDefaults)(?:\\|$)/i;
const ZONE_LIST = /\\ZoneMapKey$/i;

/** The name as documentation spells it, where the value is of interest; undefined for any other. */
export function knownName(name: string, key: string | undefined): string | undefined {
  if (key !== undefined && (ZONE_LIST.test(key) || (ZONE_MAP.test(key) && isProtocol(name)))) {
    return name;
  }
  const known = KNOWN.get(name.toLowerCase());
  if (!known || (key === undefined ? known.needsKey : !known.key.test(key))) return undefined;
  return known.name;
}

const isProtocol = (name: string): boolean => /^(?:\*|https?|file|ftp)$/i.test(name);

/** Names that are enough to know a list of values by. */
export const DISTINCTIVE = new RegExp(
  `\\b(?:${[...KNOWN.values()].flatMap(({ name, needsKey }) => (needsKey ? [] : name)).join('|')})\\b`,
  'i',
);
