/** Reads HTTP messages: who asked whom, what was answered, which schemes were offered. */
import type { Reading } from '../../facts/facts.ts';
import type { Span } from '../../facts/span.ts';
import { findAuthHeaders } from './auth-headers.ts';
import { findMessages } from './messages.ts';
import { occupiedBy } from '../../text/occupied.ts';

/**
 * Messages in `text` outside of what other readers have claimed. It claims their start lines and
 * offers only: the tokens in their headers are for the token reader.
 */
export function readHttp(text: string, claimed: readonly Span[]): Promise<Reading | undefined> {
  const isTaken = occupiedBy(claimed);
  const free = ({ at }: { at: Span }) => !isTaken(at);
  const headers = findAuthHeaders(text).filter(free);
  const { messages, lines } = findMessages(text, headers);
  const known = messages.filter(free);
  if (known.length === 0) return Promise.resolve(undefined);
  return Promise.resolve({
    kind: 'http',
    messages: known,
    claimed: lines.filter((at) => !isTaken(at)),
  });
}
