/**
 * An entry as the lines of HTTP that it stands for, so that the reader of HTTP reads it like any other
 * message: the start line, then the headers, of the request and of the answer.
 */
import { Composed } from '../../text/composed.ts';
import type { Recorded } from '../reader.ts';
import type { Entry, Header, Side } from './entries.ts';

const END = '\r\n';
/** Names of headers (RFC 9110 5.1), and the pseudo-header for the host (RFC 9113 8.3.1). */
const NAME = /^(?::authority|[A-Za-z][\w!#$%&'*+.^`|~-]{0,60})$/;
/** Secrets that no rule needs. */
const COOKIES = /^(?:set-)?cookie2?$/i;
const METHOD = /^[A-Z][A-Z_-]{2,19}$/;
/** Characters of an address that are needed; what follows may be megabytes. */
const ADDRESS = 2_000;

/** Undefined for what is no request over HTTP: `data:`, `blob:`, `ws:`. */
export function asLines(
  text: string,
  entry: Entry,
  lacksCredentials: boolean,
): Recorded | undefined {
  const { request, response, values } = entry;
  const lines = new Composed(text);
  if (!addRequest(lines, request)) return undefined;
  if (response) addResponse(lines, response);
  const [connection, time] = ['connection', 'startedDateTime'].map(
    (name) => values.get(name)?.value,
  );
  return {
    ...lines.done(),
    of: {
      ...(connection !== undefined && /^[\w:;.-]{1,80}$/.test(connection) && { connection }),
      ...(time !== undefined && /^\d{4}-\d\d-\d\dT[\d:.+Z-]{5,30}$/.test(time) && { time }),
      ...(lacksCredentials && { lacksCredentials }),
    },
  };
}

function addRequest(lines: Composed, { values, headers }: Side): boolean {
  const [method, url] = [values.get('method'), values.get('url')];
  if (!method || !url || !METHOD.test(method.value)) return false;
  const length = /^https?:\/\/[^\s"\\]*/i.exec(url.value)?.[0].length ?? 0;
  const { start } = url.at;
  if (length === 0) return false;
  lines
    .copy(method.at)
    .glue(' ')
    .copy({ start, end: start + Math.min(length, ADDRESS) });
  lines.glue(` HTTP/1.1${END}`);
  addHeaders(lines, headers);
  return true;
}

/** A status of 0 is no answer: the request was blocked, or the connection broke. */
function addResponse(lines: Composed, { values, headers }: Side): void {
  const status = values.get('status');
  if (!status || !/^[1-5]\d\d$/.test(status.value)) return;
  lines.glue('HTTP/1.1 ').copy(status.at).glue(END);
  addHeaders(lines, headers);
}

function addHeaders(lines: Composed, headers: readonly Header[]): void {
  for (const { name, value } of headers) {
    if (!NAME.test(name.value) || COOKIES.test(name.value)) continue;
    lines.copy(name.at).glue(': ');
    // Playwright and some proxies put equal headers into one value, on a line each.
    lines.unescape(value.at, `${END}${name.value}: `).glue(END);
  }
  lines.glue(END);
}
