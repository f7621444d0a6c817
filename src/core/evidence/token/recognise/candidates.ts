/** Texts in a paste that spell a token, with what is known about them before they are decoded. */
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Span } from '../../../facts/span.ts';

export interface Candidate {
  /** Characters that spell the token. */
  readonly span: Span;
  /** How they spell it. `text`: the characters themselves are the credentials. */
  readonly form: 'base64' | 'bytes' | 'text';
  /** For `bytes`: already undone, because finding them meant undoing them. */
  readonly mapped?: MappedBytes;
  readonly header?: string;
  readonly scheme?: string;
}
