/**
 * The columns of an IIS log by name. HTTP.sys writes them in one fixed order, whatever the order of
 * the tick boxes in IIS Manager, and custom fields come last; that order lets a row be read without
 * its `#Fields` line.
 *
 * Source: "W3C Logging" in the Windows HTTP API reference (order, meaning); tables W3CIISLog and
 * AppServiceHTTPLogs of Azure Monitor (their spellings).
 */

/** What kind of value a column holds; `fit.ts` says which words look like which. */
export type FieldType =
  | 'date'
  | 'time'
  | 'site'
  | 'computer'
  | 'ip'
  | 'ips'
  | 'verb'
  | 'stem'
  | 'query'
  | 'port'
  | 'user'
  | 'version'
  | 'agent'
  | 'cookie'
  | 'referer'
  | 'host'
  | 'status'
  | 'substatus'
  | 'win32'
  | 'number'
  | 'duration'
  | 'reason'
  | 'text';

export interface FieldDef {
  /** As IIS writes it in `#Fields`. */
  readonly name: string;
  readonly type: FieldType;
  /** Other spellings, reduced as `nameKey` reduces them. */
  readonly also?: readonly string[];
}

/** W3C columns in the order in which HTTP.sys writes them, then the usual custom ones. */
export const W3C_ORDER: readonly FieldDef[] = [
  { name: 'date', type: 'date', also: ['datelocal', 'dateutc'] },
  {
    name: 'time',
    type: 'time',
    also: ['timelocal', 'timeutc', 'timegenerated', 'timegeneratedutc'],
  },
  { name: 's-sitename', type: 'site', also: ['sitename'] },
  { name: 's-computername', type: 'computer', also: ['computername', 'computer'] },
  { name: 's-ip', type: 'ip', also: ['serverip'] },
  { name: 'cs-method', type: 'verb', also: ['method'] },
  { name: 'cs-uri-stem', type: 'stem', also: ['uristem', 'url'] },
  { name: 'cs-uri-query', type: 'query', also: ['uriquery', 'query'] },
  { name: 's-port', type: 'port', also: ['serverport', 'port'] },
  { name: 'cs-username', type: 'user', also: ['username', 'user'] },
  { name: 'c-ip', type: 'ip', also: ['clientip', 'clientipaddress'] },
  { name: 'cs-version', type: 'version', also: ['csprotocolversion', 'protocolversion'] },
  { name: 'cs(User-Agent)', type: 'agent', also: ['useragent'] },
  { name: 'cs(Cookie)', type: 'cookie', also: ['cookie'] },
  { name: 'cs(Referer)', type: 'referer', also: ['referer', 'csreferrer', 'referrer'] },
  { name: 'cs-host', type: 'host', also: ['host', 'hostname'] },
  { name: 'sc-status', type: 'status', also: ['status', 'httpstatus', 'statuscode'] },
  { name: 'sc-substatus', type: 'substatus', also: ['substatus'] },
  { name: 'sc-win32-status', type: 'win32', also: ['win32status'] },
  { name: 'sc-bytes', type: 'number', also: ['bytessent'] },
  { name: 'cs-bytes', type: 'number', also: ['bytesreceived', 'bytesrecv'] },
  { name: 'time-taken', type: 'duration', also: ['timetakenms', 'elapsed'] },
  {
    name: 'X-Forwarded-For',
    type: 'ips',
    also: ['csxforwardedfor', 'xforwardedfor', 'originalip'],
  },
  { name: 'c-port', type: 'number', also: ['xforwardedport', 'clientport'] },
];

/** Columns of HTTP.sys's own error log (HTTPERR), in the order of its newest releases. */
export const HTTPERR_ORDER: readonly FieldDef[] = [
  { name: 'date', type: 'date' },
  { name: 'time', type: 'time' },
  { name: 'c-ip', type: 'ip' },
  { name: 'c-port', type: 'port' },
  { name: 's-ip', type: 'ip' },
  { name: 's-port', type: 'port' },
  { name: 'cs-version', type: 'version' },
  { name: 'cs-method', type: 'verb' },
  { name: 'cs-uri', type: 'stem' },
  { name: 'streamid', type: 'number' },
  { name: 'streamid_ex', type: 'number' },
  { name: 'sc-status', type: 'status' },
  { name: 's-siteid', type: 'number' },
  { name: 's-reason', type: 'reason' },
  { name: 's-queuename', type: 'text' },
  { name: 'transport', type: 'text' },
  { name: 'fault-code', type: 'text' },
  { name: 'extended-fault-code', type: 'text' },
];

/** IIS native ("Microsoft IIS log file format"): fixed, comma-separated, no substatus. */
export const NATIVE_ORDER: readonly string[] = [
  'c-ip',
  'cs-username',
  'date',
  'time',
  's-sitename',
  's-computername',
  's-ip',
  'time-taken',
  'cs-bytes',
  'sc-bytes',
  'sc-status',
  'sc-win32-status',
  'cs-method',
  'cs-uri-stem',
  'cs-uri-query',
];

/** The key under which spellings of one field meet: `sc_win32_status`, `ScWin32Status`. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const BY_KEY = new Map<string, FieldDef>();
for (const def of [...HTTPERR_ORDER, ...W3C_ORDER]) {
  for (const key of [nameKey(def.name), ...(def.also ?? [])]) BY_KEY.set(key, def);
}

/** The known field that `name` spells, in any product's spelling; undefined for a custom one. */
export function knownField(name: string): FieldDef | undefined {
  return BY_KEY.get(nameKey(name));
}

/** Is this the beginning of a column's name, as IIS writes it? */
export function beginsField(text: string): boolean {
  return [...W3C_ORDER, ...HTTPERR_ORDER].some((def) => def.name.startsWith(text));
}

/** Like `knownField`, with a custom field as a column of text under its own name. */
export function fieldOf(name: string): FieldDef {
  return knownField(name) ?? { name, type: 'text' };
}

/**
 * The columns of a header. Of two that are spelled alike the second keeps its own name: beside `c-ip`,
 * a custom field `ClientIP` is what a proxy wrote down.
 */
export function fieldsOf(names: readonly string[]): FieldDef[] {
  const seen = new Set<FieldDef>();
  return names.map((name) => {
    const field = fieldOf(name);
    const isSecond = seen.has(field) && field.name !== name;
    seen.add(field);
    return isSecond ? { name, type: field.type === 'ip' ? 'ips' : 'text' } : field;
  });
}
