/**
 * How tokens and messages of one exchange belong together. Only places of one source can be compared:
 * two sources have no order.
 */
import type { Message, Token } from '../../contract/decoded.ts';
import { fromClient } from '../../evidence/token/rules/words.ts';
import type { FactBase } from '../../facts/fact-base.ts';
import type { Span } from '../../facts/span.ts';

/** True for two places of one source. */
export function isSameSource(a: Span, b: Span): boolean {
  return a.source === b.source;
}

/** The last token that the client sent before `token`, in the same source. */
export function requestBefore({ tokens }: FactBase, { at }: Token): Token | undefined {
  return tokens
    .filter((other) => isSameSource(other.at, at) && other.at.start < at.start && fromClient(other))
    .at(-1);
}

/** Tokens that stand in a message. */
export function tokensIn({ tokens }: FactBase, { at }: Message): Token[] {
  return tokens.filter(
    (token) => isSameSource(token.at, at) && token.at.start >= at.start && token.at.end <= at.end,
  );
}

/** The messages of each source that has some, in their order. */
export function messagesBySource({ messages }: FactBase): Message[][] {
  const bySource = new Map<string | undefined, Message[]>();
  for (const message of messages) {
    const { source } = message.at;
    const list = bySource.get(source) ?? [];
    list.push(message);
    bySource.set(source, list);
  }
  return [...bySource.values()];
}
