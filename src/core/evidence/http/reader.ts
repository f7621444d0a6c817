/**
 * Reads HTTP messages: who asked whom, what was answered, which schemes were offered. The
 * credentials in their headers are handed on to the reader of tokens.
 */
import type { Message, Problem } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { clean } from '../../text/clean.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Rewritten } from '../../text/rewrite.ts';
import type { Context, Inner, LoadedReader, Reading, Recorded } from '../reader.ts';
import { carried, findAuthHeaders, type AuthHeader } from './auth-headers.ts';
import { dumpedText } from './dumped.ts';
import { signsInLines } from './line-signs.ts';
import { findMessages, type FoundMessages } from './messages.ts';

/** Schemes whose credentials are the characters themselves. */
const TEXT_SCHEMES = new Set(['Digest', 'Bearer']);

/** The credentials that a header carries, one for each challenge that has some. */
function credentialsIn(header: AuthHeader, place: Rewritten['original']): Inner[] {
  const found: Inner[] = [];
  for (const challenge of header.challenges) {
    const { scheme } = challenge;
    const at = carried(header, challenge);
    if (!at) continue;
    found.push({
      at: place(at),
      header: header.name,
      ...(scheme !== undefined && { scheme }),
      form: scheme !== undefined && TEXT_SCHEMES.has(scheme) ? 'text' : 'base64',
      within: place(header.at),
    });
  }
  return found;
}

/** Says where a token was left out: nothing in it can be read, and nothing is cut off either. */
function problemsIn({ name, challenges }: AuthHeader, place: Rewritten['original']): Problem[] {
  return challenges.flatMap(({ scheme, blackedOut }) => {
    if (!blackedOut) return [];
    const message = `The token in ${name}: ${scheme ?? ''} is blacked out or left out. Paste the header with its token, or a token of another request.`;
    return [{ message, at: place(blackedOut) }];
  });
}

interface Found extends FoundMessages {
  readonly headers: readonly AuthHeader[];
  readonly original: Rewritten['original'];
}

/** Headers and messages in a text that stands for the paste, or for a part of it. */
function findIn({ text, original }: Rewritten, isTaken: (span: Span) => boolean): Found {
  const isFree = (span: Span) => !isTaken(original(span));
  const lines = signsInLines(text, (span) => !isFree(span));
  const isEcho = occupiedBy(lines.echoes);
  const headers = findAuthHeaders(text, lines.lineAt).filter(({ at }) => isFree(at) && !isEcho(at));
  return { ...findMessages(lines, headers), headers, original };
}

/** The same in the messages of a recording, which are nothing else. */
function findRecorded(recorded: Recorded): Found {
  const found = findIn(recorded, () => false);
  return { ...found, messages: found.messages.map((message) => ({ ...message, ...recorded.of })) };
}

/**
 * Messages and credentials in `text` outside of what other readers have claimed. It claims the start
 * lines and offers of messages only: a header with a token is the token reader's.
 */
function read(text: string, { claimed, recorded = [] }: Context): Reading | undefined {
  const isTaken = occupiedBy(claimed);
  const written = findIn(clean(text), isTaken);
  const dump = dumpedText(text);
  const dumped = dump && findIn(dump, isTaken);
  const told = recorded.map(findRecorded);
  const messages = [written, ...(dumped ? [dumped] : []), ...told].flatMap(placed);
  const isKnown = messages.length > 0;
  const sources = [written, ...told];
  const inner = sources.flatMap(({ headers, original }) =>
    headers.flatMap((header) => credentialsIn(header, original)),
  );
  const problems = sources.flatMap(({ headers, original }) =>
    headers.flatMap((header) => problemsIn(header, original)),
  );
  if (!isKnown && inner.length === 0 && problems.length === 0) return undefined;
  return {
    kinds: isKnown ? ['http'] : [],
    ...(isKnown && { messages }),
    ...(problems.length > 0 && { problems }),
    claimed: isKnown ? written.lines.map(written.original).filter((at) => !isTaken(at)) : [],
    inner,
  };
}

/** The messages with their places in the paste. */
function placed({ messages, original }: Found): Message[] {
  return messages.map((message) => ({ ...message, at: original(message.at) }));
}

export const http: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).HTTP_RULES,
};
