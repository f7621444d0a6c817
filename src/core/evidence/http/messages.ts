/**
 * HTTP requests and answers in a paste: their start lines, hosts and authentication headers, as they
 * are, as a tool prints them, or as a browser's panel shows them.
 */
import type { Message } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { isBare, type AuthHeader } from './auth-headers.ts';
import { Conversation } from './conversation.ts';
import type { LineSigns } from './line-signs.ts';
import type { Sign } from './signs.ts';

function signOfHeader({ at, direction, challenges }: AuthHeader): Sign {
  return {
    at,
    direction,
    set: (message) => {
      if (challenges.some(({ blackedOut }) => blackedOut)) message.hidesToken = true;
      for (const { scheme } of challenges) {
        if (scheme === undefined) continue;
        const schemes = (message.schemes ??= []);
        // Network Monitor prints the same header twice.
        if (direction === 'response' || !schemes.includes(scheme)) schemes.push(scheme);
      }
    },
  };
}

export interface FoundMessages {
  messages: Message[];
  /** Start lines and other lines that were read, headers with tokens left out. */
  lines: Span[];
}

/**
 * The messages that the lines and headers show, in order. Headers without a start line make up a
 * message of their own when at least one of them carries no token; a lone token is no HTTP yet.
 */
export function findMessages({ signs }: LineSigns, headers: readonly AuthHeader[]): FoundMessages {
  const telling = headers.filter((header) => header.alone || !isBare(header));
  if (!signs.some(({ starts }) => starts) && !telling.some(isBare)) {
    return { messages: [], lines: [] };
  }
  const own = new Set(telling.map(({ at }) => at.start));
  const all = [...signs.filter(({ at }) => !own.has(at.start)), ...telling.map(signOfHeader)];
  const conversation = new Conversation();
  for (const sign of all.sort((a, b) => a.at.start - b.at.start)) conversation.add(sign);
  const messages = conversation.messages();
  const read = [...signs.filter(({ direction }) => direction), ...telling.filter(isBare)];
  return { messages, lines: messages.length > 0 ? read.map(({ at }) => at) : [] };
}
