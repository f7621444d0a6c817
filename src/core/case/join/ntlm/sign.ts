/** What a piece of evidence gives as the reason for NTLM. */
import type { Span } from '../../../facts/span.ts';
import type { Part } from '../../../text/told.ts';
import type { NtlmReason } from './table.ts';
import type { Party } from './uses.ts';

export interface NtlmSign extends Party {
  /** Id of the source in the table. */
  readonly by: 'kdc' | 'ntlm-events' | 'klist' | 'config' | 'observed';
  readonly reason: NtlmReason;
  readonly at: Span;
  /** A clause: `the domain controller gave no ticket for HTTP/portal (KDC_ERR_S_PRINCIPAL_UNKNOWN)`. */
  readonly says: readonly Part[];
  /** The SPN that it is about. */
  readonly spn?: string;
}
