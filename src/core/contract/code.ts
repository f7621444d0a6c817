/** Codes that were looked up. */
import type { Span } from '../facts/span.ts';

export interface Code {
  space: 'http' | 'win32' | 'sspi' | 'ntstatus' | 'kerberos' | 'event';
  /** `SEC_E_NO_CREDENTIALS`, `KRB_AP_ERR_MODIFIED`, `401.2`. */
  name: string;
  unsigned?: number;
  hex?: string;
  /** Site path of the article on it. */
  article?: string;
  /** What it means on IIS, in a sentence or two. */
  meaning?: string;
  /** Site path with fragment in the code reference. */
  reference?: string;
  at?: Span;
}
