/**
 * The requests in a HAR file with their places (HAR 1.2, software-is-hard.com/blog/har-12-spec). The
 * members come in any order, browsers and proxies add some of their own, and the file may be cut.
 */
import type { Span } from '../../facts/span.ts';
import { jsonTokens, type JsonToken } from '../../text/json.ts';

/** A string or number of the file. */
export interface Value {
  readonly value: string;
  /** Between its quotes. */
  readonly at: Span;
}

export interface Header {
  readonly name: Value;
  readonly value: Value;
}

/** One side of an entry: `request` or `response`. */
export interface Side {
  /** `method`, `url`, `status`, `_failureText` and so on, by their names. */
  readonly values: Map<string, Value>;
  readonly headers: Header[];
}

export interface Entry {
  /** `startedDateTime`, `connection`, `serverIPAddress` and so on. */
  readonly values: Map<string, Value>;
  readonly request: Side;
  readonly response?: Side;
  readonly at: Span;
}

export interface HarFile {
  readonly entries: readonly Entry[];
  /** `creator`: the program that wrote it. */
  readonly creator?: { readonly name: string; readonly version?: string; readonly at: Span };
  /** False where the file ends before its last brace. */
  readonly isWhole: boolean;
}

/** One object or list that is open. */
interface Level {
  readonly name: string;
  readonly values: Map<string, Value>;
  request?: Side;
  response?: Side;
  /** Of a list of headers: whose they are. */
  readonly headersOf?: Side;
  /** Of an object: the side that it is. */
  readonly side?: Side;
  end: number;
}

type Pair = Extract<JsonToken, { kind: 'pair' }>;

/** Reads the text once. */
export function readHar(text: string): HarFile {
  const walk = new HarWalk();
  for (const token of jsonTokens(text, 0)) walk.take(token);
  return walk.done();
}

class HarWalk {
  readonly #open: Level[] = [];
  readonly #entries: Entry[] = [];
  #creator: HarFile['creator'];

  take(token: JsonToken): void {
    if (token.kind === 'open') this.#open.push(this.#opened(token.name, token.list));
    else if (token.kind === 'pair') this.#pair(token);
    else {
      const closed = this.#open.pop();
      if (closed) this.#close(closed);
    }
  }

  done(): HarFile {
    const isWhole = this.#open.length === 0;
    while (this.#open.length > 0) this.take({ kind: 'close', list: false });
    const creator = this.#creator;
    return { entries: this.#entries, ...(creator && { creator }), isWhole };
  }

  #opened(name: string, list: boolean): Level {
    const parent = this.#open.at(-1);
    const level = { name, values: new Map<string, Value>(), end: 0 };
    if (list)
      return name === 'headers' && parent?.side ? { ...level, headersOf: parent.side } : level;
    if (!parent || (name !== 'request' && name !== 'response')) return level;
    const side: Side = { values: level.values, headers: [] };
    parent[name] = side;
    return { ...level, side };
  }

  #pair({ name, value, start, end }: Pair): void {
    const level = this.#open.at(-1);
    if (!level) return;
    level.values.set(name, { value, at: { start, end } });
    level.end = end;
  }

  #close(level: Level): void {
    const { name, values, request, response } = level;
    const parent = this.#open.at(-1);
    if (parent) parent.end = Math.max(parent.end, level.end);
    const [own, value] = [values.get('name'), values.get('value')];
    if (parent?.headersOf && own && value) parent.headersOf.headers.push({ name: own, value });
    if (name === 'creator' && own?.value) this.#creator ??= creatorOf(own, values.get('version'));
    const first = request && firstOf(request);
    if (!request || first === undefined) return;
    const at = { start: first, end: Math.max(level.end, first) };
    this.#entries.push({ values, request, ...(response && { response }), at });
  }
}

function creatorOf({ value: name, at }: Value, version: Value | undefined): HarFile['creator'] {
  return { name, at, ...(version && { version: version.value }) };
}

/** Where the method is of what has an address, too. */
function firstOf({ values }: Side): number | undefined {
  const method = values.get('method');
  return method?.value && values.get('url')?.value ? method.at.start : undefined;
}
