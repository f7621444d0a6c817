/**
 * The events of a network log of Chromium (`edge://net-export`, net/log/file_net_log_observer.cc): one
 * JSON object each, with numbers that the tables at the top of the file name. The file may be cut.
 */
import type { Span } from '../../facts/span.ts';

export interface NetEvent {
  /** `AUTH_HANDLER_INIT` */
  readonly type: string;
  readonly phase: 'begin' | 'end' | 'none';
  /** What the event is about: a request, an authentication controller. */
  readonly source: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly at: Span;
}

export interface Netlog {
  readonly events: readonly NetEvent[];
  /** Names of the browser's errors, by their numbers. */
  readonly errors: ReadonlyMap<number, string>;
  readonly isWhole: boolean;
  readonly constants: Span;
  /** Behind the last event that was read. */
  readonly end: number;
}

const WANTED =
  /^(?:AUTH_|HTTP_TRANSACTION_(?:HTTP2_)?SEND_|HTTP_TRANSACTION_READ_RESPONSE_|URL_REQUEST_START_JOB$)/;

/** Undefined without the tables: numbers alone name nothing. */
export function readNetlog(text: string): Netlog | undefined {
  const before = text.search(/"constants"\s{0,9}:/);
  const constants = before < 0 ? undefined : objectFrom(text, text.indexOf('{', before));
  if (!constants) return undefined;
  const tables = recordIn(text, constants) ?? {};
  const types = namesIn(tables.logEventTypes);
  if (types.size === 0) return undefined;
  const begin = text.slice(constants.end).search(/"events"\s{0,9}:\s{0,9}\[/);
  const list = begin < 0 ? -1 : text.indexOf('[', constants.end + begin);
  const phases = namesIn(tables.logEventPhase);
  const events: NetEvent[] = [];
  let at = list < 0 ? text.length : list + 1;
  for (;;) {
    at = skipTo(text, at);
    const span = text[at] === '{' ? objectFrom(text, at) : undefined;
    if (!span) break;
    at = span.end;
    const event = eventIn(text, span, types, phases);
    if (event) events.push(event);
  }
  return {
    events,
    errors: namesIn(tables.netError),
    isWhole: text[at] === ']',
    constants,
    end: Math.min(at, text.length),
  };
}

/** The next character that is neither a blank nor a comma. */
function skipTo(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n,'.includes(text[at] ?? '')) at++;
  return at;
}

function eventIn(
  text: string,
  at: Span,
  types: ReadonlyMap<number, string>,
  phases: ReadonlyMap<number, string>,
): NetEvent | undefined {
  const event = recordIn(text, at);
  const type = types.get(Number(event?.type)) ?? '';
  const source = recordOf(event?.source).id;
  if (!WANTED.test(type) || typeof source !== 'number') return undefined;
  const phase = phases.get(Number(event?.phase)) ?? '';
  return {
    type,
    phase: phase === 'PHASE_BEGIN' ? 'begin' : phase === 'PHASE_END' ? 'end' : 'none',
    source,
    params: recordOf(event?.params),
    at,
  };
}

/** A table of names with their numbers, the other way round. */
function namesIn(table: unknown): Map<number, string> {
  const entries = Object.entries(recordOf(table));
  return new Map(entries.map(([name, number]) => [Number(number), name]));
}

function recordIn(text: string, { start, end }: Span): Record<string, unknown> | undefined {
  try {
    return recordOf(JSON.parse(text.slice(start, end)));
  } catch {
    return undefined;
  }
}

/** An object; without members for everything else. */
export function recordOf(value: unknown): Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : {};
}

/** The object that begins at `start`; undefined where the text ends before it does. */
function objectFrom(text: string, start: number): Span | undefined {
  const marks = /[{}"]/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let found = marks.exec(text); found; found = marks.exec(text)) {
    if (found[0] === '{') depth++;
    else if (found[0] === '}' && --depth === 0) return { start, end: marks.lastIndex };
    else if (found[0] === '"') {
      const end = endOfString(text, marks.lastIndex);
      if (end < 0) return undefined;
      marks.lastIndex = end;
    }
  }
  return undefined;
}

/** Behind the quote that ends a string. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - slashes > from && text[at - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}
