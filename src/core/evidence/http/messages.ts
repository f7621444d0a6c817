/**
 * HTTP requests and answers in a paste: their start lines, hosts and authentication headers. They
 * may stand raw, with curl's `>` and `<`, indented, or as a browser's panel shows them.
 */
import type { Message } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';
import { isBare, type AuthHeader } from './auth-headers.ts';

type Direction = Message['direction'];

/** One line that says something about a message. */
interface Sign {
  at: Span;
  direction?: Direction;
  /** True for a start line. */
  starts?: true;
  set: (message: Message) => void;
}

/** Marks of tools before a line's text, and the offsets of `curl --trace-ascii`. */
const MARGIN = /^[\s><|*•"'`]*(?:[0-9a-f]{4,8}: )?/;
const REQUEST = /^([A-Z][A-Z_-]{2,19}) (\S{1,4000}) HTTP\/\d(?:\.\d)?\s*["'`]?$/;
const STATUS = /^HTTP\/\d(?:\.\d)? (\d{3})(?=\s|$)/;
const PANEL_STATUS = /^(?:status code|status):?\s{0,8}(\d{3})(?=\s|$)/i;
const PANEL_URL = /^request url:?\s{0,8}https?:\/\/([^/\s]{1,255})(\/\S{0,4000})?/i;
const PANEL_METHOD = /^request method:?\s{0,8}([A-Z]{3,20})\s*$/i;
const HOST = /^(?:host|:authority):\s{0,8}([^\s,;"']{1,255})/i;

/** Characters of a line that are looked at. */
const LINE = 4_200;

function signOf(line: string, at: Span): Sign | undefined {
  const request = REQUEST.exec(line);
  if (request) {
    const [, method = '', target = ''] = request;
    return {
      at,
      direction: 'request',
      starts: true,
      set: (message) => {
        message.method = method;
        message.target = target;
      },
    };
  }
  const status = STATUS.exec(line) ?? PANEL_STATUS.exec(line);
  if (status) {
    const set = (message: Message) => {
      message.status = Number(status[1]);
    };
    return { at, direction: 'response', starts: true, set };
  }
  const url = PANEL_URL.exec(line);
  if (url) {
    return {
      at,
      direction: 'request',
      starts: true,
      set: (message) => {
        message.host = url[1] ?? '';
        if (url[2] !== undefined) message.target = url[2];
      },
    };
  }
  const method = PANEL_METHOD.exec(line)?.[1];
  if (method !== undefined) {
    const set = (message: Message) => {
      message.method ??= method;
    };
    return { at, direction: 'request', set };
  }
  const host = HOST.exec(line)?.[1];
  if (host === undefined) return undefined;
  const set = (message: Message) => {
    message.host ??= host;
  };
  return { at, direction: 'request', set };
}

function signsInLines(text: string): Sign[] {
  const signs: Sign[] = [];
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (end - start <= LINE) {
      const line = text.slice(start, end);
      const margin = MARGIN.exec(line)?.[0].length ?? 0;
      const trimmed = line.slice(margin).trimEnd();
      const at = { start: start + margin, end: start + margin + trimmed.length };
      const sign = trimmed.length > 5 ? signOf(trimmed, at) : undefined;
      if (sign) signs.push(sign);
    }
    start = end + 1;
  }
  return signs;
}

function signOfHeader({ at, direction, challenges }: AuthHeader): Sign {
  return {
    at,
    direction,
    set: (message) => {
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
 * The messages `text` shows, in order. Headers without a start line make up a message of their own
 * when at least one of them carries no token; a lone token is no HTTP yet.
 */
export function findMessages(text: string, headers: readonly AuthHeader[]): FoundMessages {
  const lines = signsInLines(text);
  const telling = headers.filter((header) => header.alone || !isBare(header));
  if (!lines.some(({ starts }) => starts) && !telling.some(isBare)) {
    return { messages: [], lines: [] };
  }
  const messages: Message[] = [];
  const signs = [...lines, ...telling.map(signOfHeader)].sort((a, b) => a.at.start - b.at.start);
  for (const { at, direction, starts, set } of signs) {
    let message = messages.at(-1);
    if (
      starts &&
      direction === 'response' &&
      message?.method === undefined &&
      message?.status === undefined
    ) {
      // A browser's panel puts the status below the request's address; a new message all the same.
      message = undefined;
    }
    if (starts || message?.direction !== direction) {
      message = { direction: direction ?? 'request', at };
      messages.push(message);
    }
    if (!message) continue;
    message.at = { start: message.at.start, end: Math.max(message.at.end, at.end) };
    set(message);
  }
  // A host alone is no message.
  const told = messages.filter((m) => m.schemes ?? m.status ?? m.method ?? m.target);
  const read = [...lines, ...telling.filter(isBare)].map(({ at }) => at);
  return { messages: told, lines: told.length > 0 ? read : [] };
}
