/**
 * Values of HTTP.sys, of Netlogon and of clients. Source: Microsoft, "Http.sys registry settings for Windows";
 * "Audit: Shut down system immediately if unable to log security audits"; KB 2688798 (MaxConcurrentApi).
 */
import { isOff, numberOf, type Meaning, type Meanings, type Value } from './meaning.ts';

/** Bytes that HTTP.sys accepts by default, for one header and for all of a request's. */
const HEADER_LIMIT = 16_384;

const headers =
  (of: string) =>
  (value: Value): Meaning => {
    const bytes = numberOf(value) ?? HEADER_LIMIT;
    const kept = bytes.toLocaleString('en');
    const limit = `HTTP.sys accepts ${kept} bytes ${of}`;
    return {
      severity: bytes < HEADER_LIMIT ? 'warning' : 'info',
      isDefault: bytes === HEADER_LIMIT,
      says:
        bytes < HEADER_LIMIT
          ? `${limit}, less than the default of ${HEADER_LIMIT.toLocaleString('en')}: large tickets get status 400`
          : bytes > HEADER_LIMIT
            ? limit
            : `${limit}, the default: a ticket of more than about 12,000 bytes gets status 400`,
      article: 'http-400-header-too-long',
      caveat: 'HTTP.sys reads it when the HTTP service starts; iisreset is not enough.',
    };
  };

const auditFail = (value: Value): Meaning =>
  numberOf(value) === 2
    ? {
        severity: 'error',
        says: 'the security log was full, and since then only administrators can log on',
        article: 'security-log-full',
      }
    : {
        severity: 'info',
        isDefault: true,
        says: 'the computer does not refuse logons because of a full security log',
        article: 'security-log-full',
      };

const zoneLogon: Readonly<Record<number, string>> = {
  0: 'the user is logged on by itself in this zone',
  0x10000: 'the user is asked in this zone',
  0x20000: 'the user is logged on by itself in the Local intranet zone only',
  0x30000: 'anonymous logon in this zone',
};

const feature = (value: Value): Meaning => {
  const isPort = /PORT_IN_SPN/i.test(value.key ?? '');
  return {
    severity: 'info',
    says: isPort
      ? 'Internet Explorer puts the port into the SPN'
      : 'Internet Explorer keeps the alias in the SPN',
    article: isPort ? 'non-default-port-spn' : 'cname-alias-spn',
  };
};

export const SERVER_VALUES: Meanings = {
  MaxFieldLength: headers('in one header'),
  MaxRequestBytes: headers('of request line and headers together'),
  EnableHttp2Tls: (value) => ({
    severity: 'info',
    isDefault: numberOf(value) === undefined,
    says: numberOf(value) === 0 ? 'HTTP/2 is off on this server' : 'HTTP/2 over TLS is on',
    article: 'http2-windows-auth',
  }),
  CrashOnAuditFail: auditFail,
  SuppressExtendedProtection: (value) => ({
    severity: isOff(value) ? 'info' : 'warning',
    isDefault: isOff(value),
    says: isOff(value)
      ? 'this client sends channel binding tokens'
      : 'this client sends no channel binding token, so servers that require one refuse it',
    article: 'extended-protection-401',
  }),
  MaxConcurrentApi: () => ({
    severity: 'info',
    says: 'as many NTLM and Basic logons are checked by the domain at the same time',
    article: 'maxconcurrentapi',
  }),
  DisablePasswordChange: (value) => ({
    severity: isOff(value) ? 'info' : 'warning',
    isDefault: isOff(value),
    says: isOff(value)
      ? 'the computer changes its password by itself'
      : 'the computer never changes its password',
    article: 'secure-channel-broken',
  }),
  DisableStrictNameChecking: () => ({
    severity: 'info',
    says: 'it is about names of file shares, and not about web sites',
    article: 'loopback-check',
  }),
  AuthForwardServerList: () => ({
    severity: 'info',
    says: 'WebDAV logs the user on to these servers by itself',
    article: 'webdav-office-prompts',
  }),
  '1A00': (value) => ({
    severity: 'info',
    says: zoneLogon[value.number ?? -1] ?? 'the logon option of the zone',
    article: 'zones-and-allowlists',
  }),
  'iexplore.exe': feature,
  'msedge.exe': feature,
};

const ZONES = ['My Computer', 'Local intranet', 'Trusted sites', 'Internet', 'Restricted sites'];

/** A site that is assigned to a zone; undefined for a value of another kind. */
export function zoneOf(value: Value): Meaning | undefined {
  const { key = '', name, number, texts } = value;
  const [, path] = /\\ZoneMap\\(?:Domains|EscDomains)\\(.+)$/i.exec(key) ?? [];
  const isList = /\\ZoneMapKey$/i.test(key);
  if (!isList && !/\\ZoneMap(?:\\|$)/i.test(key)) return undefined;
  const zone = ZONES[number ?? Number(texts?.[0] ?? Number.NaN)];
  const site = isList ? name : (path?.split('\\').reverse().join('.') ?? name);
  return {
    severity: 'info',
    says: `${site} is in the zone ${zone ?? 'with this number'}`,
    article: 'zones-and-allowlists',
    caveat:
      'Edge and Chrome ask the zone only while AuthServerAllowlist is not set. By default only the Local intranet zone logs users on without asking.',
  };
}
