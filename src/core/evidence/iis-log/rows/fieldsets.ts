/**
 * The sets of columns that real servers write, for rows without a `#Fields` line. The number of
 * columns picks the candidates and the types decide; a row that fits none is aligned by type.
 *
 * Sources: "logFile" in the IIS configuration reference (defaults by version), Windows HTTP API
 * reference, Azure App Service raw logs, Exchange's customary additions.
 */
import { HTTPERR_ORDER, W3C_ORDER, type FieldDef } from './fields.ts';

export interface FieldSet {
  /** Who writes these columns. */
  readonly name: string;
  readonly fields: readonly FieldDef[];
}

const pick = (order: readonly FieldDef[], names: string): FieldDef[] =>
  names.split(' ').flatMap((name) => order.find((def) => def.name === name) ?? []);

const w3c = (name: string, names: string): FieldSet => ({ name, fields: pick(W3C_ORDER, names) });
const httperr = (name: string, names: string): FieldSet => ({
  name,
  fields: pick(HTTPERR_ORDER, names),
});

const IIS7 =
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken';
const IIS8 = IIS7.replace('sc-status', 'cs(Referer) sc-status');
const AZURE =
  'date time s-sitename cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Cookie) cs(Referer) cs-host sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken';

/** W3C sets, the most usual first. */
export const W3C_SETS: readonly FieldSet[] = [
  w3c('IIS 8 to 10, default', IIS8),
  w3c('IIS 7, default', IIS7),
  w3c(
    'IIS 6, default',
    'date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status',
  ),
  w3c(
    'all columns',
    W3C_ORDER.slice(0, 22)
      .map((def) => def.name)
      .join(' '),
  ),
  w3c('Azure App Service', AZURE),
  w3c('IIS 8 to 10 with X-Forwarded-For', `${IIS8} X-Forwarded-For`),
  w3c('Exchange', `${IIS8.replace('s-ip', 's-computername s-ip')} X-Forwarded-For c-port`),
  w3c('IIS 8 to 10 with host', IIS8.replace('sc-status', 'cs-host sc-status')),
  w3c('IIS 8 to 10 with bytes', IIS8.replace('time-taken', 'sc-bytes cs-bytes time-taken')),
];

/** HTTPERR sets, the newest last. */
export const HTTPERR_SETS: readonly FieldSet[] = [
  httperr(
    'HTTPERR, with queue name',
    'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename',
  ),
  httperr(
    'HTTPERR, without queue name',
    'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason',
  ),
  httperr(
    'HTTPERR with stream id',
    'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid sc-status s-siteid s-reason s-queuename',
  ),
  httperr(
    'HTTPERR of Server 2019 and later',
    HTTPERR_ORDER.slice(0, 16)
      .map((def) => def.name)
      .join(' '),
  ),
  httperr('HTTPERR with fault codes', HTTPERR_ORDER.map((def) => def.name).join(' ')),
];
