/**
 * The table of `content/why-ntlm.json`: each reason for NTLM with the signs that show it, and what each
 * source cannot report. The article on NTLM shows the same table. Sources: KB 5064479 (events 4020 to
 * 4033), RFC 4120 7.5.9 (codes of a KDC), MS-ERREF 2.3.1 (codes of klist).
 */
import file from '../../../../../content/why-ntlm.json' with { type: 'json' };
import type { ArticleSlug } from '../../../articles.ts';

export interface NtlmReason {
  readonly key: string;
  /** Continues "...: ". */
  readonly meaning: string;
  /** A sentence. */
  readonly fix: string;
  readonly article: ArticleSlug;
  readonly signs: {
    /** Reason IDs of the events 4020 and 4021. */
    readonly event?: readonly number[];
    /** What the text of such an event contains. */
    readonly words?: string;
    /** Failure codes of event 4769, and of a KDC in a trace. */
    readonly kdc?: readonly number[];
    /** NTSTATUS or SSPI codes with which `klist get` ends. */
    readonly klist?: readonly string[];
    /** Signs in tokens, requests, settings, in words. */
    readonly other?: string;
  };
}

export interface NtlmSource {
  readonly id: string;
  readonly name: string;
  /** What it reports, and where it is silent. */
  readonly tells: string;
  readonly silent: string;
}

export const NTLM_REASONS: readonly NtlmReason[] = (file.reasons as readonly object[]).map(
  (row) => row as NtlmReason,
);
export const NTLM_SOURCES: readonly NtlmSource[] = file.sources;

export function reasonByKey(key: string): NtlmReason | undefined {
  return NTLM_REASONS.find((one) => one.key === key);
}

/** The reason that a code of a KDC stands for. */
export function reasonByKdc(code: number): NtlmReason | undefined {
  return NTLM_REASONS.find(({ signs }) => signs.kdc?.includes(code));
}

/** The reason that a code of klist stands for. */
export function reasonByKlist(code: number): NtlmReason | undefined {
  return NTLM_REASONS.find(({ signs }) => signs.klist?.some((one) => Number(one) === code));
}
