/** The requests and answers of a network log as lines of HTTP, with their places. */
import type { Span } from '../../facts/span.ts';
import { Composed } from '../../text/composed.ts';
import type { Recorded } from '../reader.ts';
import type { NetEvent } from './events.ts';

const END = '\r\n';
const COOKIE = /^(?:set-)?cookie2?:/i;
/** Pseudo-headers of HTTP/2 besides the host, which the start line says already. */
const PSEUDO = /^:(?!authority)/;
const ADDRESS = 2_000;

interface Job {
  readonly method: string;
  readonly url: string;
}

/**
 * Each answer with its request; a request without an answer stands alone. A log without private data
 * has a note in the place of each token, so a header that is not there was not sent.
 */
export function exchangesIn(text: string, events: readonly NetEvent[]): Recorded[] {
  const recorded: Recorded[] = [];
  const jobs = new Map<number, Job>();
  const sent = new Map<number, NetEvent>();
  const add = (request: NetEvent | undefined, answer?: NetEvent) => {
    const lines = new Composed(text);
    const job = request && jobs.get(request.source);
    if (request && job) addMessage(lines, text, request, `${job.method} ${job.url} HTTP/1.1`);
    if (answer) addMessage(lines, text, answer);
    recorded.push(lines.done());
  };
  for (const event of events) {
    const { type, source, params } = event;
    if (type === 'URL_REQUEST_START_JOB') {
      if (typeof params.url === 'string' && typeof params.method === 'string') {
        const [url = ''] = /^https?:\/\/[^\s"\\]{1,2000}/.exec(params.url.slice(0, ADDRESS)) ?? [];
        jobs.set(source, { method: params.method, url });
      }
    } else if (type.includes('_SEND_') && Array.isArray(params.headers)) {
      const before = sent.get(source);
      if (before) add(before);
      sent.set(source, event);
    } else if (type === 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS') {
      add(sent.get(source), event);
      sent.delete(source);
    }
  }
  for (const request of sent.values()) add(request);
  return recorded.filter((one) => one.text !== '');
}

/** The strings of `headers`, each found again in the text of the event. */
function addMessage(lines: Composed, text: string, { params, at }: NetEvent, start?: string): void {
  const headers = Array.isArray(params.headers) ? (params.headers as unknown[]) : [];
  if (start !== undefined) lines.add(start, placeOf(text, at, 'headers') ?? at).glue(END);
  let from = at.start;
  for (const header of headers) {
    if (typeof header !== 'string') continue;
    const written = JSON.stringify(header).slice(1, -1);
    const found = text.indexOf(written, from);
    const isHere = found >= 0 && found + written.length <= at.end;
    if (isHere) from = found + written.length;
    if (COOKIE.test(header) || PSEUDO.test(header)) continue;
    if (isHere) lines.unescape({ start: found, end: from });
    else lines.add(header.replace(/[\r\n]/g, ' '), at);
    lines.glue(END);
  }
  if (headers.length > 0) lines.glue(END);
}

function placeOf(text: string, at: Span, word: string): Span | undefined {
  const found = text.slice(at.start, at.end).indexOf(word);
  return found < 0 ? undefined : { start: at.start + found, end: at.start + found + word.length };
}
