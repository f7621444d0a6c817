/** Texts in a paste that spell a token, with what is known about them before they are decoded. */
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Span } from '../../../facts/span.ts';

export interface Candidate {
  /** Characters that spell the token. */
  span: Span;
  /** How they spell it. `text`: the characters themselves are the credentials. */
  form: 'base64' | 'bytes' | 'text';
  /** For `bytes`: already undone, because finding them meant undoing them. */
  mapped?: MappedBytes;
  header?: string;
  scheme?: string;
}
