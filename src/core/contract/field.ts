/** Values of a token or a log row, as the page draws them. */
import type { Span } from '../facts/span.ts';

/** One named value of a token or a log row, for the page's tree; children lie inside the parent. */
export interface Field {
  /** The field's term in its specification: `realm`, `sc-win32-status`, `NegotiateFlags`. */
  name: string;
  /** As a person would write it; absent for a pure container. */
  value?: string;
  /** What the value is the number of, where it is one: `MS-KRB5`, `AES-256`. */
  label?: string;
  /** What the value means here, in a plain sentence. */
  meaning?: string;
  at: Span;
  /** Range in the token's bytes; absent in log rows. */
  bytes?: { start: number; end: number };
  /** True when the paste ends before the field does. */
  cut?: boolean;
  children?: Field[];
}
