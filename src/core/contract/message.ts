/** HTTP messages. */
import type { Span } from '../facts/span.ts';

/** One HTTP request or answer found in the paste. */
export interface Message {
  direction: 'request' | 'response';
  host?: string;
  status?: number;
  /** Authentication schemes named by its headers, in order. */
  schemes?: string[];
  /** Request line's method and target. */
  method?: string;
  target?: string;
  at: Span;
}
