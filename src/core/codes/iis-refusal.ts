/**
 * What an answer of IIS says about its cause, by what error pages and failed request traces print: the
 * status with its substatus, the module that set it, and the error code that it set it with.
 *
 * The substatus decides where it names who refused. A refused logon (401.1) is explained by its code;
 * a 401 without a substatus by its module.
 */
import type { ArticleSlug } from '../articles.ts';
import { iisModule } from './iis-modules.ts';
import { describeHttp, describeWin32 } from './lookup.ts';
import { hex } from './number.ts';
import type { CodeRow } from './row.ts';

export interface Refusal {
  readonly status?: number;
  readonly substatus?: number;
  /** HRESULT, Win32 code or NTSTATUS, unsigned. */
  readonly code?: number;
  readonly module?: string;
}

export interface RefusalMeaning {
  readonly article: ArticleSlug;
  /** One or two sentences. */
  readonly meaning: string;
}

/** Substatus that by itself says who refused. */
const TELLING = new Set([3, 4, 5, 7, 501, 502, 503, 504]);
/** Of modules that refuse a request with 401 and nothing else. */
const ONLY_401: ReadonlySet<ArticleSlug> = new Set(['401-7-url-authorization', '401-3-acl']);
/** HRESULT of ERROR_LOCK_VIOLATION: the reader of the configuration met a locked section. */
const LOCKED_SECTION = 0x8007_0021;
/** "No error" and "access denied" say less than the substatus. */
const SAYS_NOTHING = new Set([0, 5]);

/** Undefined where nothing is known of such an answer. */
export function meaningOfRefusal(refusal: Refusal): RefusalMeaning | undefined {
  if (refusal.status === undefined) return withoutStatus(refusal);
  return meaningOfStatus(refusal, refusal.status);
}

/** Only a code or a module that belongs to one status tells which it was. */
function withoutStatus(refusal: Refusal): RefusalMeaning | undefined {
  if (refusal.code === LOCKED_SECTION) return meaningOfStatus({ ...refusal, substatus: 19 }, 500);
  const { authenticates, article } = iisModule(refusal.module ?? '') ?? {};
  const isOf401 = authenticates ?? (article !== undefined && ONLY_401.has(article));
  return isOf401 ? meaningOfStatus(refusal, 401) : undefined;
}

function meaningOfStatus(refusal: Refusal, status: number): RefusalMeaning | undefined {
  const { substatus, module = '' } = refusal;
  const row = describeHttp(status, substatus ?? 0) ?? describeHttp(status);
  if (status !== 401) return row && ofRow(row);
  const own = iisModule(module);
  if (substatus !== undefined && TELLING.has(substatus)) return row && ofRow(row);
  const isLogon = substatus === 1 || (refusal.status === undefined && own?.authenticates);
  if (isLogon) return logonRefused(refusal) ?? (row && ofRow(row));
  if (own?.article !== undefined && !own.authenticates) return ofModule(module, own.article, row);
  return row && ofRow(row);
}

function logonRefused({ code, module = '' }: Refusal): RefusalMeaning | undefined {
  const reason = code === undefined ? undefined : reasonOf(code);
  const article = iisModule(module)?.article;
  if (article === undefined) return reason && ofRow(reason);
  const why = reason ? ` ${reason.meaning}` : '';
  return { article, meaning: `The account for anonymous requests could not log on.${why}` };
}

function reasonOf(code: number): CodeRow | undefined {
  const row = describeWin32(code);
  return row && !(row.space === 'win32' && SAYS_NOTHING.has(Number(row.code))) ? row : undefined;
}

function ofModule(module: string, article: ArticleSlug, row: CodeRow | undefined): RefusalMeaning {
  const does = iisModule(module)?.does ?? '';
  const known = row?.article === article ? ` ${row.meaning}` : '';
  return { article, meaning: `The answer comes from the module that ${does}.${known}` };
}

/** The definition, and the first sentence on IIS: a definition alone can sound like a fault. */
function ofRow({ meaning, iis, article }: CodeRow): RefusalMeaning {
  const [first] = (iis ?? '').split(/(?<=\.) (?=[A-Z"])/);
  return { article, meaning: first ? `${meaning} ${first}` : meaning };
}

/** What a refusal proves about a check of the list, by the article that explains it. */
export const PROVED_BY_REFUSAL: readonly {
  readonly check: string;
  readonly state: 'failed' | 'known';
  readonly article: ArticleSlug;
  readonly says: string;
}[] = [
  {
    check: 'negotiate-offered',
    state: 'known',
    article: '401-2-server-configuration',
    says: 'IIS answered 401.2: no enabled method gave it a user. Which methods it offers is in the WWW-Authenticate headers of the answer.',
  },
  {
    check: 'clocks',
    state: 'failed',
    article: 'clock-skew',
    says: 'IIS refused a logon because the clocks differ.',
  },
  {
    check: 'domain-controller',
    state: 'failed',
    article: 'dc-reachability',
    says: 'IIS refused a logon because no domain controller was reached.',
  },
  {
    check: 'trusted-domains',
    state: 'failed',
    article: 'secure-channel-broken',
    says: 'IIS refused a logon because the trust with the domain does not work.',
  },
  {
    check: 'decrypting-account',
    state: 'failed',
    article: 'krb-ap-err-modified',
    says: 'IIS refused a ticket that it could not decrypt.',
  },
  {
    check: 'nothing-between',
    state: 'known',
    article: 'extended-protection-401',
    says: 'Extended Protection refused a client: TLS may have been ended on the way.',
  },
];

/** `401.2`, `401` */
export function statusText({ status, substatus }: Refusal): string | undefined {
  if (status === undefined) return undefined;
  return substatus === undefined ? String(status) : `${status}.${substatus}`;
}

/** `0x8009030E (SEC_E_NO_CREDENTIALS)`, or the digits alone; undefined for no code, and for 0. */
export function codeText(code: number | undefined): string | undefined {
  if (code === undefined || code === 0) return undefined;
  const name = describeWin32(code)?.name;
  return name === undefined ? hex(code) : `${hex(code)} (${name})`;
}
