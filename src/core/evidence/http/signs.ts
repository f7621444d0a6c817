/**
 * What one line says about a message: its start line in any of the forms that tools print, or one of
 * the headers that matter besides those of authentication.
 */
import type { Message } from '../../contract/decoded.ts';
import type { Span } from '../../facts/span.ts';

export type Direction = Message['direction'];

/** A message while its lines are read. */
export interface OpenMessage extends Message {
  /** `Access-Control-Request-*` was there, as in a preflight. */
  asksForCors?: true;
  /** Headers that were read, of any name. */
  headers?: number;
  /** A header with offers was there that could not be read. */
  hidesOffers?: true;
}

export interface Sign {
  readonly at: Span;
  /** Absent for a header that both sides send. */
  readonly direction?: Direction;
  /** `panel`: a row of a browser's list, where the headers of both sides follow. */
  readonly starts?: 'line' | 'panel';
  /** An empty line. */
  readonly isEnd?: true;
  /** A header of no interest, which only shows that the message goes on. */
  readonly isMinor?: true;
  readonly set: (message: OpenMessage) => void;
}

type Told = Omit<Sign, 'at'>;

const NAME = /[A-Z][A-Z_-]{2,19}/.source;
const REQUEST = new RegExp(`^(${NAME}) (\\S{1,4000}) HTTP/\\d(?:\\.\\d)?$`);
const STATUS = /^HTTP\/\d(?:\.[\dx])? (\d{3})(?=\s|$)/;
const PANEL_STATUS =
  /^(?::?status|status ?code|response code|response sent with status|http status):?\s{0,8}(\d{3})(?=[\s,;]|$)/i;
const DOTNET_STATUS =
  /^Received (?:status line: .{0,40}\bStatusCode=|HTTP response (?:headers )?after [\d.,]{1,12} ?ms - )(\d{3})\b/;
const PANEL_URL = /^request url:?\s{0,8}(https?:\/\/\S{1,4000})$/i;
const PANEL_METHOD = /^(?:request method|:method):?\s{0,8}([A-Z]{3,20})$/i;
const PANEL_PATH = /^:path:\s{0,8}(\/\S{0,4000})$/i;
const DOTNET_REQUEST = /^Method: ([A-Z]{3,20}), RequestUri: '(https?:\/\/[^'\s]{1,4000})'/;
const SENDING = /^Sending HTTP request ([A-Z]{3,20}) (https?:\/\/\S{1,4000})$/;
const URL = /^https?:\/\/([^/\s]{1,255})(\/\S{0,4000})?$/;

const HEADER = /^(:?[A-Za-z][\w-]{0,60}):\s{0,8}(.*)$/;

/** The sign of one line; undefined for a line of no interest. */
export function signOf(line: string): Told | undefined {
  return startOf(line) ?? panelRow(line) ?? headerOf(line);
}

function startOf(line: string): Told | undefined {
  const [, method, target] =
    REQUEST.exec(line) ?? DOTNET_REQUEST.exec(line) ?? SENDING.exec(line) ?? [];
  if (method !== undefined && target !== undefined) {
    const set = (message: OpenMessage) => {
      aim(message, method, target);
    };
    return { starts: 'line', direction: 'request', set };
  }
  const status = (STATUS.exec(line) ?? DOTNET_STATUS.exec(line))?.[1];
  if (status === undefined) return undefined;
  const set = (message: OpenMessage) => {
    message.status = Number(status);
  };
  return { starts: 'line', direction: 'response', set };
}

/** A request's method and target, which is a whole URL towards a proxy. */
function aim(message: OpenMessage, method: string, target: string): void {
  message.method = method;
  const [, host, path] = URL.exec(target) ?? [];
  message.target = path ?? (host === undefined ? target : '/');
  if (host !== undefined) message.host ??= host;
}

function panelRow(line: string): Told | undefined {
  const status = PANEL_STATUS.exec(line)?.[1];
  if (status !== undefined) {
    const set = (message: OpenMessage) => {
      message.status = Number(status);
    };
    return { starts: 'panel', direction: 'response', set };
  }
  const [, host, path] = URL.exec(PANEL_URL.exec(line)?.[1] ?? '') ?? [];
  if (host !== undefined) {
    const set = (message: OpenMessage) => {
      message.host = host;
      if (path !== undefined) message.target = path;
    };
    return { starts: 'panel', direction: 'request', set };
  }
  const method = PANEL_METHOD.exec(line)?.[1];
  const target = PANEL_PATH.exec(line)?.[1];
  if (target !== undefined) {
    const set = (message: OpenMessage) => {
      message.target ??= target;
    };
    return { direction: 'request', set };
  }
  if (method === undefined) return undefined;
  const set = (message: OpenMessage) => {
    message.method ??= method.toUpperCase();
  };
  return { direction: 'request', set };
}

function headerOf(line: string): Told | undefined {
  const [, written, value = ''] = HEADER.exec(line) ?? [];
  if (written === undefined) return undefined;
  const known = KNOWN.get(written.toLowerCase());
  if (!known) return { isMinor: true, set: () => undefined };
  const set = (message: OpenMessage) => {
    known.set(message, value.trim());
  };
  return { ...(known.direction && { direction: known.direction }), set };
}

interface Known {
  readonly direction?: Direction;
  readonly set: (message: OpenMessage, value: string) => void;
}

const closes = (message: OpenMessage, value: string) => {
  if (/^close\b/i.test(value)) message.closes = true;
};
const asksForCors = (message: OpenMessage) => {
  message.asksForCors = true;
};
const isHostOf = (message: OpenMessage, value: string) => {
  const host = /^[^\s,;"']{1,255}/.exec(value)?.[0];
  if (host !== undefined) message.host ??= host;
};
const programOf = (message: OpenMessage, value: string) => {
  if (value !== '') message.program ??= value.slice(0, 200);
};

const keepsLogon = (message: OpenMessage, value: string) => {
  if (/^true\b/i.test(value)) message.keepsLogon = true;
};

// Those that are read replace their signs.
const hidesOffers = (message: OpenMessage) => {
  message.hidesOffers = true;
};

const KNOWN: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['host', { direction: 'request', set: isHostOf }],
  [':authority', { direction: 'request', set: isHostOf }],
  ['user-agent', { direction: 'request', set: programOf }],
  ['server', { direction: 'response', set: programOf }],
  ['persistent-auth', { direction: 'response', set: keepsLogon }],
  ['connection', { set: closes }],
  ['proxy-connection', { set: closes }],
  ['access-control-request-method', { direction: 'request', set: asksForCors }],
  ['access-control-request-headers', { direction: 'request', set: asksForCors }],
  ['www-authenticate', { direction: 'response', set: hidesOffers }],
  ['proxy-authenticate', { direction: 'response', set: hidesOffers }],
]);

/** True for the name of a header whose value may stand on the next line. */
export function isKnownName(name: string): boolean {
  return KNOWN.has(name.toLowerCase());
}
