/**
 * Replaces names by others of the same shape, each by the same one everywhere, so that a text can be
 * given to strangers and its commands keep their form: `CONTOSO\svc-web` is `EXAMPLE\account-1`,
 * `portal.contoso.com` is `host-1.example`, addresses are those of RFC 5737 and RFC 3849.
 */
import type { Names } from './masked-names.ts';

/** Names that are no host although they have dots: files, sections, programs. */
const FILE =
  /\.(?:asax|ashx|asmx|aspx?|bat|cer|cmd|conf|config|css|csv|dll|etl|evtx?|exe|gz|har|html?|ini|js|json|keytab|log|md|msc|ps1|saz|svc|txt|xml|ya?ml|zip)$/i;
const NOT_HOSTS = /^(?:system|microsoft|asp|www-authenticate)\./i;
const NOT_DOMAINS = /^(?:AUTHORITY|APPPOOL|BUILTIN|SERVICE|system32|inetsrv|Windows|inetpub)$/i;

const ADDRESS = String.raw`(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])`;
/** With `::`, or too long for a time. */
const ADDRESS_6 = String.raw`(?<![\w:])(?=[\da-f:]*::|(?:[\da-f]{1,4}:){4})[\da-f]{0,4}(?::[\da-f]{0,4}){2,8}(?![\w:])`;
const ACCOUNT = String.raw`(?<![\w\\/:%.-])([\w.-]{1,64})\\([\w.$-]{1,64})(?![\w\\.])`;
const DOTTED = String.raw`(?<![\w.\\-])[a-z\d][\w-]{0,62}(?:\.[a-z\d][\w-]{0,62}){1,8}(?![\w-])`;
/** The host of an SPN, with or without dots; `HTTP/1.1` is none. */
const SPN_HOST = String.raw`(?<=\b(?:cifs|gss|host|http|ldap|mssqlsvc|rpcss|termsrv|wsman)\/)[a-z][\w-]*(?:\.[\w-]+)*`;
const DISTINGUISHED = String.raw`\bDC=[^,\s"']+(?:,\s?DC=[^,\s"']+)*`;
const PART = String.raw`\b(?:CN|OU)=(?:\\.|[^,\\\r\n"']){1,200}`;

export class Mask {
  readonly #names: Names;
  readonly #pattern: RegExp;
  readonly #accounts = new Map<string, string>();
  readonly #hosts = new Map<string, string>();
  readonly #domains = new Map<string, number>();
  readonly #addresses = new Map<string, string>();
  readonly #units = new Map<string, string>();

  constructor(names: Names) {
    this.#names = names;
    const literals = [...names.accounts, ...names.hosts, ...names.domains]
      .sort((a, b) => b.length - a.length)
      .map((name) => name.replace(/[^\w]/g, '\\$&'));
    const known = literals.length > 0 ? [`(?<![\\w-])(?:${literals.join('|')})(?![\\w-])`] : [];
    const all = [ADDRESS, ADDRESS_6, DISTINGUISHED, PART, ACCOUNT, SPN_HOST, DOTTED, ...known];
    this.#pattern = new RegExp(all.join('|'), 'gi');
  }

  /** Every name of the text replaced. */
  text(text: string): string {
    return text.replace(this.#pattern, (whole: string, ...groups: unknown[]) => {
      const [domain, account] = groups;
      if (typeof domain === 'string' && typeof account === 'string') {
        return this.#qualified(whole, domain, account);
      }
      return this.#one(whole);
    });
  }

  #qualified(whole: string, domain: string, account: string): string {
    if (NOT_DOMAINS.test(domain) || FILE.test(account)) return whole;
    return `${this.#domain(domain)}\\${this.#account(account)}`;
  }

  #one(name: string): string {
    const lower = name.toLowerCase();
    if (/^(?:\d+\.){3}\d+$/.test(name)) return this.#address(name);
    if (/^[\da-f:]+$/i.test(name) && name.includes(':')) return this.#address(lower);
    if (lower.startsWith('dc='))
      return `DC=${this.#domain(lower.replace(/,?\s?dc=/g, '.').slice(1))}`;
    if (/^(?:cn|ou)=/.test(lower)) return this.#part(name);
    if (this.#names.domains.has(lower)) return this.#domain(name);
    if (this.#names.accounts.has(lower) && !this.#names.hosts.has(lower))
      return this.#account(name);
    if (this.#names.hosts.has(lower)) return this.#host(name);
    const isNoHost = FILE.test(name) || NOT_HOSTS.test(name) || /\.\d[^.]*$/.test(name);
    return isNoHost ? name : this.#host(name);
  }

  /** `CN=svc-web` names an account or a computer; an `OU` says how a company is organised. */
  #part(part: string): string {
    const kind = part.slice(0, 2);
    const value = part.slice(3);
    if (kind.toUpperCase() === 'OU') return `${kind}=${numbered(this.#units, value, 'unit')}`;
    return `${kind}=${this.#account(value)}`;
  }

  #account(name: string): string {
    const bare = name.replace(/\$$/, '');
    const end = bare === name ? '' : '$';
    // A computer's account is called as the computer is.
    if (this.#hosts.has(bare.toLowerCase())) return this.#host(bare) + end;
    return numbered(this.#accounts, bare, 'account') + end;
  }

  #host(name: string): string {
    const [first = '', ...rest] = name.split('.');
    const host = numbered(this.#hosts, first, 'host');
    return rest.length > 0 ? `${host}.${this.#domain(rest.join('.'))}` : host;
  }

  /** NetBIOS names and realms stay in capitals. `contoso` and `contoso.com` are one domain. */
  #domain(name: string): string {
    const key = name.toLowerCase().split('.')[0] ?? '';
    const number = this.#domains.get(key) ?? this.#domains.size + 1;
    this.#domains.set(key, number);
    const isDns = name.includes('.');
    const masked =
      number === 1 ? 'example' : isDns ? `domain-${number}.example` : `example-${number}`;
    return name === name.toUpperCase() ? masked.toUpperCase() : masked;
  }

  #address(address: string): string {
    const known = this.#addresses.get(address);
    if (known !== undefined) return known;
    const number = this.#addresses.size + 1;
    const masked = address.includes(':') ? `2001:db8::${number.toString(16)}` : documented(number);
    this.#addresses.set(address, masked);
    return masked;
  }
}

/** `192.0.2.1` and on; past its end the two other networks of RFC 5737. */
function documented(number: number): string {
  const networks = ['192.0.2', '198.51.100', '203.0.113'];
  const network = networks[Math.floor((number - 1) / 254) % networks.length] ?? '';
  return `${network}.${((number - 1) % 254) + 1}`;
}

function numbered(known: Map<string, string>, name: string, word: string): string {
  const key = name.toLowerCase();
  const masked = known.get(key) ?? `${word}-${known.size + 1}`;
  known.set(key, masked);
  return masked;
}
