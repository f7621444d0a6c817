/**
 * What the surroundings of a code say about it: whether something else in the case tells it already,
 * and whether its meaning on IIS applies where it was printed.
 */
import { articlePath, type ArticleSlug } from '../../../articles.ts';
import type { CodeRow } from '../../../codes/row.ts';
import type { Code } from '../../../contract/decoded.ts';
import type { FactBase } from '../../../facts/fact-base.ts';
import { overlaps, type Span } from '../../../facts/span.ts';

/**
 * True for a code that other evidence has told: one beside log rows, which tell what it was in its
 * row, the status of an HTTP message or within an error message, and a code with the text that Windows
 * prints for it.
 */
export function isToldAlready(code: Code, at: Span, facts: FactBase): boolean {
  if (isBesideRows(at, facts) || hasItsText(code, at, facts)) return true;
  if (code.space !== 'http') return false;
  return (
    facts.messages.some(({ status }) => status === Number(code.name)) ||
    facts.all('errorText').some(({ at: text }) => overlaps(text, at))
  );
}

function isBesideRows({ source }: Span, { log, kinds, sources }: FactBase): boolean {
  if (sources.length < 2) return log !== undefined || kinds.includes('log');
  return log?.entries.some(({ at }) => at.source === source) ?? false;
}

/** Characters between a code and its own text: `(0x80090322): `, `', '`. */
const BESIDE = 60;
/** Ids of the texts of Windows' own codes begin so. */
const OWN_TEXT = /^(?:sspi|win|nt)-/;

function hasItsText({ space }: Code, at: Span, facts: FactBase): boolean {
  if (space !== 'sspi' && space !== 'win32' && space !== 'ntstatus') return false;
  return facts.all('errorText').some(({ sentence, at: text }) => {
    const distance = text.start >= at.end ? text.start - at.end : at.start - text.end;
    const isNear = text.source === at.source && distance >= 0 && distance <= BESIDE;
    return isNear && OWN_TEXT.test(sentence);
  });
}

/** What is said of a code where its usual meaning on IIS does not hold. */
export interface Elsewhere {
  readonly article: ArticleSlug;
  /** A sentence that follows the definition. */
  readonly because: string;
}

/** `Status = 5 0x5 ERROR_ACCESS_DENIED`, which nltest prints in every language. */
const AFTER_STATUS = /\bStatus = (?:\d{1,10} (?:0x[0-9a-f]{1,8} )?)?$/i;
const LABEL = 40;

/** Characters on either side in which a word still tells whose code it is. */
const AROUND = 600;
const OF_IIS =
  /sc-win32|win32-?status|WindowsAuthenticationModule|IIS Web Core|\b401[. ]\d{1,2}\b|HTTP Error 4/i;
const OF_SERVER =
  /AcceptSecurityContext|acceptSecContext|NegotiateHandler|HttpListener|AuthenticateAsServer/i;
const OF_CLIENT =
  /Win32Exception|InitializeSecurityContext|AcquireCredentialsHandle|pywintypes|"net_error"|security_status|WinRM|Invoke-(?:Web|Rest)|\b(?:curl|winpr)\b|HttpWebRequest|HttpClient|NegotiateStream|AuthenticateAsClient|SSPI failed|node_modules|Traceback|^\s{1,8}at [\w.]{1,80}\(/im;

/** Whose code it is, by the words around it. */
export function originOf(at: Span, facts: FactBase): 'iis' | 'server' | 'client' | 'unknown' {
  const around = textAround(at, facts);
  if (OF_IIS.test(around)) return 'iis';
  if (OF_SERVER.test(around)) return 'server';
  return OF_CLIENT.test(around) || facts.kinds.includes('netlog') ? 'client' : 'unknown';
}

function textAround(at: Span, facts: FactBase): string {
  return facts.textOf(at).slice(Math.max(0, at.start - AROUND), at.end + AROUND);
}

const INVALID_TOKEN = 0x80090308;
const NO_CREDENTIALS = 0x8009030e;
const WRONG_PRINCIPAL = 0x80090322;

/** What a code means for the client that prints it, where the table speaks of IIS. */
const FOR_CLIENT: ReadonlyMap<unknown, Elsewhere> = new Map<unknown, Elsewhere>([
  [
    NO_CREDENTIALS,
    {
      article: 'client-no-credentials',
      because: 'On a client it means that there are none that it may use for this server.',
    },
  ],
  [
    WRONG_PRINCIPAL,
    {
      article: 'krb-ap-err-modified',
      because:
        'The SPN that the client asked for belongs to another account than the one that answered.',
    },
  ],
  [
    INVALID_TOKEN,
    {
      article: 'spn-identity-match',
      because:
        'With Kerberos, the ticket is for another account than the one that got it; with NTLM, messages of several connections were mixed.',
    },
  ],
]);

const KERBEROS = /kerberos|\b(?:krb5?|spn|ticket)\b|\bHTTP\/[a-z]/i;

/** Undefined where the code may come from IIS as well as from anywhere else. */
export function elsewhere(row: CodeRow, at: Span, facts: FactBase): Elsewhere | undefined {
  const before = facts.textOf(at).slice(Math.max(0, at.start - LABEL), at.start);
  const isOf401 = /^\/[a-z]+\/401-/.test(articlePath(row.article));
  if (isOf401 && AFTER_STATUS.test(before)) {
    return {
      article: 'start-triage',
      because: 'The command that printed it says so of itself, not of a request to the site.',
    };
  }
  if (row.space !== 'sspi') return undefined;
  if (row.code === INVALID_TOKEN) return invalidToken(at, facts);
  return originOf(at, facts) === 'client' ? FOR_CLIENT.get(row.code) : undefined;
}

/** A ticket is one message, so no load balancer can split it; NTLM is three. */
function invalidToken(at: Span, facts: FactBase): Elsewhere | undefined {
  if (facts.tokens.some(({ kerberos }) => kerberos?.message === 'AP-REQ')) {
    return {
      article: 'spn-identity-match',
      because:
        'The client sent a Kerberos ticket, which is one message: no load balancer has split it.',
    };
  }
  const origin = originOf(at, facts);
  const around = textAround(at, facts);
  if (KERBEROS.test(around) && !/NTLM/i.test(around)) {
    return {
      article: 'spn-identity-match',
      because:
        'Next to Kerberos it means that the ticket is for another account than the one that got it.',
    };
  }
  return origin === 'client' || origin === 'server' ? FOR_CLIENT.get(INVALID_TOKEN) : undefined;
}

/** Statuses of a request that was refused for want of a logon. */
const REFUSED = new Set([401, 407]);

/**
 * True for a code that tells why the exchange next to it failed: a security status beside a 401 or a
 * token of the same source. One that only says to go on does not.
 */
export function isDecisive({ space, unsigned = 0 }: Code, at: Span, facts: FactBase): boolean {
  const isSecurity = space === 'sspi' || space === 'ntstatus' || space === 'kerberos';
  if (!isSecurity || unsigned === 0 || unsigned >>> 16 === 0x9) return false;
  const isHere = (one: { readonly at: Span }) => one.at.source === at.source;
  return (
    facts.messages.some((one) => isHere(one) && REFUSED.has(one.status ?? 0)) ||
    facts.tokens.some(isHere)
  );
}
