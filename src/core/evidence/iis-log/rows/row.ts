/** One row of a log, read: its values, their columns, and what the rest of the log half asks of it. */
import type { LogReading } from '../../../contract/decoded.ts';
import type { Span } from '../../../facts/span.ts';
import type { Cell } from '../../../text/cells.ts';
import { forwardedName, withoutPort } from './forwarded.ts';
import { isAddress, isEmpty, isPlaceholder } from './value-shape.ts';
import { isoTime, parseDate, parseTime } from './time.ts';
import { isPlausibleWin32, win32Number } from './win32.ts';

/** How a row was read; see `LogReading` in `decoded.ts`. */
export type ReadBy = LogReading['by'];

export type RowFormat = 'w3c' | 'iis' | 'ncsa' | 'httperr';

export interface Row {
  readonly format: RowFormat;
  readonly by: ReadBy;
  /** Who writes such columns, when they were one of the known sets. */
  readonly set?: string | undefined;
  /** Line of the paste, counted from 1. */
  readonly line: number;
  readonly at: Span;
  readonly cells: readonly Cell[];
  /** Column of each cell; '' where none fits. */
  readonly names: readonly string[];
  /** Values were found by type, or the row had to be put together or taken apart first. */
  readonly recovered: boolean;
  /** 0 when HTTP.sys closed the connection without an answer (HTTPERR). */
  readonly status: number;
  readonly substatus?: number;
  readonly win32?: number;
  /** Milliseconds since 1970, of the clock the log was written with. */
  readonly ms?: number;
  /** The same as ISO 8601. */
  readonly time?: string;
  /** Milliseconds from the request's first byte to the answer's last. */
  readonly timeTaken?: number;
  /** c-ip as an address; absent when the column is missing or its value was taken out. */
  readonly clientIp?: string;
  /** Who asked: the first address that a proxy wrote down where the log has it, else c-ip. */
  readonly client?: string;
  readonly site?: string;
  readonly port?: string;
  /** '' when nobody was authenticated; absent when the column is missing. */
  readonly user?: string;
  readonly method?: string;
  readonly stem?: string;
  readonly agent?: string;
}

/** What a row needs to know beyond its own values. */
export interface RowContext {
  readonly format: RowFormat;
  readonly by: ReadBy;
  readonly set?: string | undefined;
  readonly line: number;
  readonly at: Span;
  readonly recovered: boolean;
  /** Midnight of `#Date`, for logs without a date column. */
  readonly day?: number | undefined;
}

/** The row's values by column; undefined when it has no HTTP status. */
export function rowOf(
  cells: readonly Cell[],
  names: readonly string[],
  context: RowContext,
): Row | undefined {
  const columns = columnsOf(names);
  const get = (name: string): string | undefined => {
    const index = columns.get(name);
    return index === undefined ? undefined : cells[index]?.value;
  };
  const status = statusOf(get('sc-status'), context.format);
  if (status === undefined) return undefined;
  const substatus = get('sc-substatus') ?? '';
  const win32 = win32Of(get('sc-win32-status'), status, context.recovered);
  const ms = instantOf(get('date'), get('time'), context.day);
  const address = addressOf(get('c-ip'));
  const client = addressOf(get(forwardedName(names) ?? '')) ?? address;
  const site = valueOf(get('s-sitename'));
  const port = valueOf(get('s-port'));
  const user = get('cs-username');
  const timeTaken = get('time-taken') ?? '';
  const method = valueOf(get('cs-method'));
  const stem = valueOf(get('cs-uri-stem') ?? get('cs-uri'));
  const agent = get('cs(User-Agent)');
  const { format, by, set, line, at, recovered } = context;
  return {
    ...{ format, by, set, line, at, cells, names, recovered, status },
    ...(/^\d{1,3}(?:\.0)?$/.test(substatus) && { substatus: Number(substatus) }),
    ...(win32 !== undefined && { win32 }),
    ...(ms !== undefined && { ms, time: isoTime(ms, format === 'iis' ? 'local' : 'utc') }),
    ...(/^\d{1,12}$/.test(timeTaken) && { timeTaken: Number(timeTaken) }),
    ...(address !== undefined && { clientIp: address }),
    ...(client !== undefined && { client }),
    ...(site !== undefined && { site }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user: isEmpty(user) ? '' : user }),
    ...(method !== undefined && { method }),
    ...(stem !== undefined && { stem }),
    ...(agent !== undefined && !isEmpty(agent) && { agent }),
  };
}

function statusOf(value: string | undefined, format: RowFormat): number | undefined {
  if (value !== undefined && /^[1-5]\d\d(?:\.0)?$/.test(value)) return Number(value);
  return format === 'httperr' && (value === undefined || isEmpty(value)) ? 0 : undefined;
}

const cache = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Index of each column by name. Rows under one header share their `names`, hence the cache. */
function columnsOf(names: readonly string[]): ReadonlyMap<string, number> {
  let columns = cache.get(names);
  if (!columns) {
    // Of two columns with one name the first is meant.
    columns = new Map(names.map((name, index) => [name, index] as const).reverse());
    cache.set(names, columns);
  }
  return columns;
}

/** A column can be trusted for any number; a value found by type must be a known kind of code. */
function win32Of(
  value: string | undefined,
  status: number,
  recovered: boolean,
): number | undefined {
  const number = value === undefined ? undefined : win32Number(value);
  if (number === undefined) return undefined;
  const trusted = !recovered || number > 0xffff_ffff || isPlausibleWin32(number, status);
  return trusted ? number : undefined;
}

function instantOf(date?: string, time?: string, day?: number): number | undefined {
  const midnight = date === undefined ? undefined : parseDate(date);
  // Azure Monitor and Log Parser put both into one column.
  const clock = parseTime(time ?? date?.slice(8) ?? '');
  const base = midnight ?? (time === undefined ? undefined : (parseDate(time) ?? day));
  return base === undefined || clock === undefined ? undefined : base + clock;
}

function addressOf(value: string | undefined): string | undefined {
  if (value === undefined || isEmpty(value)) return undefined;
  const first = withoutPort(value.split(',', 1)[0]?.trim() ?? '');
  if (isAddress(first)) return first;
  // `10.101.nn.nn` still tells clients apart; `x.x.x.x` and `IP` do not.
  return isPlaceholder(first) && /\d/.test(first) ? first : undefined;
}

function valueOf(value: string | undefined): string | undefined {
  return value === undefined || isEmpty(value) ? undefined : value;
}
