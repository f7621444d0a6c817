/**
 * Names that sources spell differently, in a form in which they can be compared. Two names compare as
 * `same`, as `different`, or as `unknown` where the sources do not say enough: `svc-a` alone may be
 * the account of any domain, and the CN of a directory entry need not be its logon name.
 */
export type Comparison = 'same' | 'different' | 'unknown';

/** A user, computer or service account. */
export interface Account {
  /** As the source writes it: `CONTOSO\svc-a`, `svc-a@contoso.com`, `CN=svc-a,OU=Service,DC=contoso,DC=com`. */
  readonly written: string;
  /** In lower case, without its domain: `svc-a`, `web01$`. */
  readonly name: string;
  /** `sam`: the logon name. `upn`: the part before the @. `cn`: the first part of a distinguished name. */
  readonly form: 'sam' | 'upn' | 'cn';
  /** NetBIOS or DNS name in lower case; absent where the source does not say. */
  readonly domain?: string;
}

/** A service principal name (MS-KILE 3.1.5.11): `HTTP/portal.contoso.com:8080@CONTOSO.COM`. */
export interface Spn {
  /** Service class in upper case: `HTTP`. */
  readonly service: string;
  /** In lower case, without port. */
  readonly host: string;
  /** Port or instance name after the colon: `8080`, `sqlexpress`. */
  readonly port?: string;
  /** The third part of an SPN such as `ldap/dc1.contoso.com/contoso.com`, in lower case. */
  readonly domain?: string;
  /** What stands after the @, in upper case. */
  readonly realm?: string;
}

/** A host name in lower case without its final dot, or an address. */
export type Host = string;

const DISTINGUISHED = /^\s*CN=((?:\\.|[^,\\])+),/i;
const DOMAIN_PART = /\bDC=([^,\s]+)/gi;

/** The account that `text` names; never undefined, as any text may be a name. */
export function accountOf(text: string): Account {
  const written = text.trim();
  const cn = DISTINGUISHED.exec(written)?.[1];
  if (cn !== undefined) {
    const domain = [...written.matchAll(DOMAIN_PART)].map(([, part]) => part).join('.');
    return named(written, cn.replace(/\\(.)/g, '$1'), 'cn', domain);
  }
  const slash = written.indexOf('\\');
  if (slash >= 0) {
    const domain = written.slice(0, slash);
    return named(written, written.slice(slash + 1), 'sam', domain === '.' ? '' : domain);
  }
  const at = written.lastIndexOf('@');
  if (at > 0) return named(written, written.slice(0, at), 'upn', written.slice(at + 1));
  return named(written, written, 'sam', '');
}

function named(written: string, name: string, form: Account['form'], domain: string): Account {
  return {
    written,
    name: name.trim().toLowerCase(),
    form,
    ...(domain !== '' && { domain: domain.trim().toLowerCase() }),
  };
}

/**
 * Compares two accounts. A computer's CN is its logon name without the `$`. Different forms of a name
 * may belong to one account, so they are never `different`; nor are a NetBIOS and a DNS domain.
 */
export function compareAccounts(a: Account, b: Account): Comparison {
  if (bareName(a) !== bareName(b)) return a.form === b.form ? 'different' : 'unknown';
  if (a.form !== 'cn' && b.form !== 'cn' && a.name !== b.name) return 'different';
  return compareDomains(a.domain, b.domain);
}

/** The name without the `$` of a computer account: what its CN is. */
export function bareName({ name }: Account): string {
  return name.replace(/\$$/, '');
}

const COMMON_NAME = /^\s*CN=((?:\\.|[^,\\]){1,300})/i;

/** The account as a sentence names it: as it is written, but of a distinguished name only the CN. */
export function displayName({ written }: Account): string {
  return COMMON_NAME.exec(written)?.[1]?.replace(/\\(.)/g, '$1') ?? written;
}

/** The name that a command takes; undefined for a CN, which need not be the logon name. */
export function logonName({ form, written }: Account): string | undefined {
  return form === 'cn' ? undefined : written;
}

/** `contoso` and `contoso.com` are likely the same, and nobody can tell from their names. */
export function compareDomains(a: string | undefined, b: string | undefined): Comparison {
  if (a === undefined || b === undefined) return 'unknown';
  if (a === b) return 'same';
  return a.includes('.') === b.includes('.') ? 'different' : 'unknown';
}

/** `$` at the end: a computer account, or a (group) managed service account. */
export function isComputerLike({ name }: Account): boolean {
  return name.endsWith('$');
}

const SPN = /^([\w-]+)\/([^\s/:@]+)(?::([^\s/@]+))?(?:\/([^\s@]+))?(?:@(\S+))?$/;

/** The SPN that `text` spells; undefined when it is none. */
export function spnOf(text: string): Spn | undefined {
  const [, service, host, port, domain, realm] = SPN.exec(text.trim()) ?? [];
  if (service === undefined || host === undefined) return undefined;
  return {
    service: service.toUpperCase(),
    host: hostOf(host),
    ...(port !== undefined && { port: port.toLowerCase() }),
    ...(domain !== undefined && { domain: domain.toLowerCase() }),
    ...(realm !== undefined && { realm: realm.toUpperCase() }),
  };
}

/** `HTTP/portal.contoso.com:8080`: as a command wants it, without the realm. */
export function spelled({ service, host, port, domain }: Spn): string {
  return `${service}/${host}${port === undefined ? '' : `:${port}`}${domain === undefined ? '' : `/${domain}`}`;
}

/** True for one SPN, whatever realm each is written with. */
export function isSpelledAs(spn: Spn | undefined, other: Spn): boolean {
  return spn !== undefined && spelled(spn) === spelled(other);
}

/** Compares two SPNs as the directory does: without regard to case, with port. A realm apart. */
export function compareSpns(a: Spn, b: Spn): Comparison {
  if (spelled(a) !== spelled(b)) return 'different';
  return a.realm === undefined || b.realm === undefined || a.realm === b.realm
    ? 'same'
    : 'different';
}

/** `Portal.Contoso.com.` -> `portal.contoso.com` */
export function hostOf(text: string): Host {
  return text.trim().toLowerCase().replace(/\.$/, '');
}

/** `Portal.Contoso.com:8080`, as a Host header may have it -> `portal.contoso.com` */
export function withoutPort(host: string): Host {
  return hostOf(host.trim().replace(/:\d+$/, ''));
}

/** Compares two hosts; a short name may be any host whose name begins with it. */
export function compareHosts(a: Host, b: Host): Comparison {
  if (a === b) return 'same';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return !short.includes('.') && long.startsWith(`${short}.`) ? 'unknown' : 'different';
}

/** `10.0.0.5`, `[fe80::1]`: no name, so no SPN by default. */
export function isAddress(host: Host): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$|^\[?[0-9a-f:]*:[0-9a-f:.]*\]?$/i.test(host);
}
