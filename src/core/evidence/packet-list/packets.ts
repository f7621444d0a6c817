/**
 * What one line of a list of packets says:
 *
 *     3034  00:59:30.18  Client1  DCA  KerberosV5  KerberosV5:TGS Request Realm: CONTOSO.COM Sname: HTTP/web.contoso.com
 *     KerberosV5:KRB_ERROR  - KDC_ERR_ETYPE_NOSUPP (14)
 *     HTTP:Response, HTTP/1.1, Status: Unauthorized, URL: /
 *         4   0.000123  10.0.0.5 → 10.0.0.20  HTTP 214 GET /app HTTP/1.1 , NTLMSSP_NEGOTIATE
 *         7   0.000991  10.0.0.10 → 10.0.0.5  KRB5 151 KRB Error: KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN
 *
 * Sources: the parsers of Network Monitor 3.4 and Message Analyzer; Wireshark's packet-kerberos.c,
 * packet-ntlmssp.c and packet-http.c.
 */
import { describeName } from '../../codes/lookup.ts';
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';

export type Packet =
  | { readonly is: 'asks'; readonly for: string; readonly realm?: string; readonly at: Span }
  /** A ticket-granting ticket is wanted, or given. */
  | { readonly is: 'signs-in'; readonly at: Span }
  | { readonly is: 'signed-in'; readonly at: Span }
  | { readonly is: 'issued'; readonly at: Span }
  | { readonly is: 'error'; readonly code: number; readonly at: Span }
  | { readonly is: 'ntlm'; readonly type: 1 | 2 | 3; readonly user?: string; readonly at: Span }
  | {
      readonly is: 'request';
      readonly method: string;
      readonly target: string;
      readonly scheme?: string;
      readonly at: Span;
    }
  | { readonly is: 'answer'; readonly status: number; readonly scheme?: string; readonly at: Span };

const TGS_REQUEST = /KerberosV5:TGS Request(?: .{0,80}?)? Realm: (\S{1,255}) Sname: (\S{1,300})/;
const ERROR = /KerberosV5:KRB_ERROR\s{1,4}-\s{1,4}([A-Z_]{4,60})? ?\((\d{1,3})\)/;
const HTTP_REQUEST = /HTTP:Request,\s?([A-Z]{3,20}) ([^\s,]{1,2000})(.{0,200})/;
const HTTP_ANSWER =
  /HTTP:Response,\s?HTTP\/[\d.]{1,3}, Status(?: code)?\s?[:=]\s?(\d{3}|[A-Za-z][A-Za-z -]{1,40})(.{0,400})/;
const NTLM_MESSAGE =
  /NTLM (NEGOTIATE|CHALLENGE|AUTHENTICATE) MESSAGE(?:.{0,120}?Domain: ([^\s,]{1,60}), User: ([^\s,]{1,100}))?/;
/** Number, times and addresses of a row, then protocol, length and what is in it. */
const ROW =
  /^\s{0,12}\d{1,8}\s.{0,160}?\s(KRB5|HTTP)(?:\/[\d.]{1,4})?\s{1,8}(?:\d{1,6}\s{1,8})?(.{3,2500})$/;
const LISTED_ERROR = /^KRB Error: ([A-Z\d_]{4,60})/;
const LISTED_REQUEST = /^([A-Z]{3,20}) (\S{1,2000}) HTTP\/[\d.]{1,3}/;
const LISTED_ANSWER = /^HTTP\/[\d.]{1,3} (\d{3})\b/;
const LISTED_NTLM = /NTLMSSP_(NEGOTIATE|CHALLENGE|AUTH)(?:, User: (\S{1,160}))?/;

const TYPES = { NEGOTIATE: 1, CHALLENGE: 2, AUTH: 3, AUTHENTICATE: 3 } as const;
/** Statuses by the words of Network Monitor. */
const WORDS: Readonly<Record<string, number>> = {
  ok: 200,
  'moved temporarily': 302,
  found: 302,
  'not modified': 304,
  'bad request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not found': 404,
  'proxy authentication required': 407,
  'internal server error': 500,
};

/** The packets on one line, in its order. */
export function packetsOn(line: PrintedLine): Packet[] {
  const at = { start: line.start, end: line.end };
  return line.text.includes(':') && /KerberosV5:|HTTP:|NTLM /.test(line.text)
    ? monitored(line.text, at)
    : listed(line.text, at);
}

function monitored(text: string, at: Span): Packet[] {
  const packets: Packet[] = [];
  const [, realm, wanted] = TGS_REQUEST.exec(text) ?? [];
  const [, name = '', number] = ERROR.exec(text) ?? [];
  if (wanted !== undefined && realm !== undefined) {
    packets.push({ is: 'asks', for: wanted, realm, at });
  } else if (text.includes('KerberosV5:AS Request')) packets.push({ is: 'signs-in', at });
  else if (text.includes('KerberosV5:TGS Response')) packets.push({ is: 'issued', at });
  else if (text.includes('KerberosV5:AS Response')) packets.push({ is: 'signed-in', at });
  else if (number !== undefined) packets.push({ is: 'error', code: Number(number), at });
  else if (name !== '') packets.push(...errorNamed(name, at));
  const [, method, target, after = ''] = HTTP_REQUEST.exec(text) ?? [];
  const [, status = '', behind = ''] = HTTP_ANSWER.exec(text) ?? [];
  if (method !== undefined && target !== undefined) {
    packets.push({ is: 'request', method, target, ...schemeIn(after), at });
  } else if (status !== '') {
    const code = /^\d/.test(status) ? Number(status) : WORDS[status.trim().toLowerCase()];
    if (code !== undefined) packets.push({ is: 'answer', status: code, ...schemeIn(behind), at });
  }
  const [, kind, domain, user] = NTLM_MESSAGE.exec(text) ?? [];
  if (kind !== undefined) {
    const who =
      user === undefined ? {} : { user: domain === 'NULL' ? user : `${domain ?? ''}\\${user}` };
    packets.push({ is: 'ntlm', type: TYPES[kind as keyof typeof TYPES], ...who, at });
  }
  return packets;
}

/** `Using GSS-API Authorization`: Negotiate, or Kerberos or NTLM inside it. */
function schemeIn(text: string): { scheme?: string } {
  if (/Using GSS-API/i.test(text)) return { scheme: 'Negotiate' };
  const scheme = /Using (NTLM|Basic|Digest)/i.exec(text)?.[1];
  return scheme === undefined ? {} : { scheme };
}

function listed(text: string, at: Span): Packet[] {
  const [, protocol, info = ''] = ROW.exec(text) ?? [];
  if (protocol === 'KRB5') return kerberos(info, at);
  if (protocol !== 'HTTP') return [];
  const packets: Packet[] = [];
  const [, method, target] = LISTED_REQUEST.exec(info) ?? [];
  const status = LISTED_ANSWER.exec(info)?.[1];
  if (method !== undefined && target !== undefined) {
    packets.push({ is: 'request', method, target, at });
  } else if (status !== undefined) packets.push({ is: 'answer', status: Number(status), at });
  const [, kind, user] = LISTED_NTLM.exec(info) ?? [];
  if (kind !== undefined && packets.length > 0) {
    const type = TYPES[kind as keyof typeof TYPES];
    packets.push({ is: 'ntlm', type, ...(user !== undefined && type === 3 && { user }), at });
  }
  return packets;
}

function kerberos(info: string, at: Span): Packet[] {
  if (info.startsWith('TGS-REQ')) return [{ is: 'asks', for: '', at }];
  if (info.startsWith('TGS-REP')) return [{ is: 'issued', at }];
  if (info.startsWith('AS-REQ')) return [{ is: 'signs-in', at }];
  if (info.startsWith('AS-REP')) return [{ is: 'signed-in', at }];
  const name = LISTED_ERROR.exec(info)?.[1];
  return name === undefined ? [] : errorNamed(name, at);
}

function errorNamed(name: string, at: Span): Packet[] {
  const row = describeName(name);
  return row?.space === 'kerberos' && typeof row.code === 'number'
    ? [{ is: 'error', code: row.code, at }]
    : [];
}
