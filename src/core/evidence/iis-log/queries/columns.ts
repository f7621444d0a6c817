/**
 * The columns that the questions ask about, under one name each, and their names in a W3C log.
 * An engine says what it calls them.
 */
import { forwardedName } from '../rows/forwarded.ts';

export type Column =
  /** Date and time of the row, both. */
  | 'time'
  | 'site'
  | 'port'
  | 'method'
  | 'resource'
  | 'user'
  /** Who asked: the first address that a proxy wrote down where the log has it, else `c-ip`. */
  | 'client'
  /** X-Forwarded-For, or a column like it; read as part of `client` only. */
  | 'forwarded'
  | 'agent'
  | 'status'
  | 'substatus'
  | 'win32'
  /** Milliseconds. */
  | 'taken';

/** Names as IIS writes them in `#Fields`; `time` stands for `date` and `time`. */
export const W3C_NAME: Readonly<Record<Column, string>> = {
  time: 'time',
  site: 's-sitename',
  port: 's-port',
  method: 'cs-method',
  resource: 'cs-uri-stem',
  user: 'cs-username',
  client: 'c-ip',
  forwarded: 'X-Forwarded-For',
  agent: 'cs(User-Agent)',
  status: 'sc-status',
  substatus: 'sc-substatus',
  win32: 'sc-win32-status',
  taken: 'time-taken',
};

/** What a query cannot tell when the log lacks a column. */
export const WITHOUT: Readonly<Record<Column, string>> = {
  time: 'The log has no date and time, so the query reads all rows.',
  site: 'There is no column for the site, so the query reads all sites.',
  port: 'The log has no s-port, so requests are not told apart by their port.',
  method: 'The log has no cs-method, so requests are not told apart by their verb.',
  resource: 'The log has no cs-uri-stem, so requests are not told apart by their path.',
  user: 'The log has no cs-username, so a status from 200 to 399 counts as accepted.',
  client: 'The log has no c-ip, so clients are not told apart by their address.',
  forwarded:
    'There is no column for X-Forwarded-For here, so the client is the peer of the connection: the proxy.',
  agent: 'The log has no cs(User-Agent), so all programs at one address are one client.',
  status: 'The log has no sc-status.',
  substatus: 'The log has no sc-substatus, so steps of a normal handshake count as refusals.',
  win32:
    'The log has no sc-win32-status, so a 401.1 may be a refusal or a step of a normal handshake.',
  taken: 'The log has no time-taken, so a slow request looks like a pause.',
};

/** The columns that a log with these `#Fields` has. */
export function columnsOf(fields: readonly string[]): ReadonlySet<Column> {
  const present = new Set(fields);
  const isForwarded = forwardedName(fields) !== undefined;
  const columns = (Object.keys(W3C_NAME) as Column[]).filter((column) => {
    if (column === 'time') return present.has('date') && present.has('time');
    if (column === 'forwarded') return isForwarded;
    return present.has(W3C_NAME[column]) || (column === 'client' && isForwarded);
  });
  return new Set(columns);
}
