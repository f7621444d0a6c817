/**
 * What a value of a log row looks like, seen alone. Shapes and the table in `fit.ts` let a row be
 * read by types when its columns cannot be trusted.
 */
import { isWin32Form } from './win32.ts';

export type Shape =
  | 'empty'
  | 'date'
  | 'time'
  | 'ip'
  | 'masked'
  | 'verb'
  | 'path'
  | 'url'
  | 'version'
  | 'site'
  | 'account'
  | 'agent'
  | 'pairs'
  | 'host'
  | 'digits'
  | 'code'
  | 'reason'
  | 'text';

/** What stands for "no value": IIS writes `-`, editors turn it into dashes, Hive writes `\N`. */
const EMPTY = /^(?:[-\u2010-\u2015\u2212\uFE58\uFF0D]|\\N|)$/;

const DATE = /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:T\d{1,2}:.*)?$/;
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?$/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/;
const IPV6 =
  /^\[?[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,}(?::?\d{1,3}(?:\.\d{1,3}){3})?(?:%\w+)?\]?(?::\d+)?$/i;
const MASKED_IP = /^[\dxn*#]{1,3}(?:\.[\dxn*#]{1,3}){3}$/i;
/** Words that authors put in the place of what they took out. */
const PLACEHOLDER =
  /^(?:[-$%]?[<[{(*$].*[>\]})*]?|\$?(?:client|server|source)?-?_?ip(?:v[46])?(?:-?_?addr(?:ess)?)?(?:here)?|date-?time|redacted|removed|masked|x{3,}|\*+)$/i;
const KNOWN_VERB =
  /^(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|TRACE|PATCH|CONNECT|DEBUG|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK|SEARCH|REPORT|MERGE|NOTIFY|SUBSCRIBE|UNSUBSCRIBE|POLL|BITS_POST|CCM_POST|M-POST|RPC_IN_DATA|RPC_OUT_DATA|RPC_CONNECT|RDG_IN_DATA|RDG_OUT_DATA|BMOVE|BPROPPATCH|X-MS-ENUMATTS|VERSION-CONTROL|CHECKOUT|CHECKIN)$/;
const VERSION = /^HTTP\/\d(?:\.\d)?$/i;
const SITE = /^(?:W3SVC|MSFTPSVC|FTPSVC|SMTPSVC|NNTPSVC)\d*$/i;
const ACCOUNT = /^(?:[^\\/=?&+]+\\[^\\/=?&]+|[^@\\/=?&+:]+@[\w.-]+|[\w.-]+\$)$/;
const AGENT = /^(?:[A-Za-z][\w .!-]*\/[\w.-]+.*|.*\+\(.*|[A-Za-z]\w*(?:\+\w+)+.*)$/;
const HOST = /^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?$/i;
const PAIRS = /^[^\s=]{1,80}=/;

/** Phrases of the column s-reason; see `reasons.ts` for what they mean. */
const REASON =
  /^(?:Connection_|Timer_|AppOffline|AppPool|AppShutdown|BadRequest|Client_Reset|Connections_Refused|ConnLimit|Disabled|EntityTooLarge|FieldLength|Forbidden|Header|Hostname|Internal|Invalid_CR|LengthRequired|NotFound|Number|N\/[AI]|Precondition|QueueFull|RequestLength|Request_Too|URL|Verb|Version_N)/;

/** Is this the log's way of saying "no value"? */
export function isEmpty(value: string): boolean {
  return EMPTY.test(value);
}

/** Is this an address, whole, masked in part, or several joined by commas? */
export function isAddress(value: string): boolean {
  const [first = ''] = value.split(/,\s*/, 1);
  return IPV4.test(first) || IPV6.test(first);
}

/** Does a word stand in the place of an address or name that the author took out? */
export function isPlaceholder(value: string): boolean {
  return MASKED_IP.test(value) || PLACEHOLDER.test(value);
}

/** The shape of one value. Cheap tests come first: this runs for every word of a damaged row. */
export function shapeOf(value: string): Shape {
  if (EMPTY.test(value)) return 'empty';
  const first = value.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    if (/^\d+(?:\.0)?$/.test(value)) return 'digits';
    if (DATE.test(value)) return 'date';
    if (TIME.test(value)) return 'time';
  }
  if (isAddress(value)) return 'ip';
  if (isWin32Form(value)) return 'code';
  if (value.startsWith('/') || value === '*') return 'path';
  if (/^[a-z]{2,8}:\/\//i.test(value)) return 'url';
  if (VERSION.test(value)) return 'version';
  if (SITE.test(value)) return 'site';
  if (KNOWN_VERB.test(value)) return 'verb';
  if (isPlaceholder(value))
    return ACCOUNT.test(value) && value.includes('\\') ? 'account' : 'masked';
  if (REASON.test(value)) return 'reason';
  if (ACCOUNT.test(value)) return 'account';
  if (PAIRS.test(value)) return 'pairs';
  if (HOST.test(value)) return 'host';
  if (AGENT.test(value)) return 'agent';
  return 'text';
}
