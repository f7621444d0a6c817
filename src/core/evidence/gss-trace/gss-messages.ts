/**
 * Statuses of GSSAPI and Kerberos errors in the logs of programs:
 *
 *     GSS-API major_status:00010000, minor_status:00000000                    mod_auth_kerb
 *     gss_accept_sec_context() failed: [An unsupported mechanism was requested (...)]   mod_auth_gssapi
 *     (('Unspecified GSS failure. ...', 851968), ('Server not found ...', -1765328377))   Python
 *     TGS Exchange Error: ... when requesting for HTTP/web: KRB Error: (7) KDC_ERR_S_PRINCIPAL_UNKNOWN   Go
 *     Server (HTTP/web@CONTOSO.COM) unknown                                    Heimdal
 *
 * Source: RFC 2744 3.9.1 for the bits of a major status; the sources of the programs.
 */
import type { Fact } from '../../facts/fact.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { isNormal, kerberosError } from './com-err.ts';
import { placeOfLine, within, type Part } from './part.ts';
import { serviceOf } from './principals.ts';

const MAJOR = /major_status:([\da-f]{8})|\bMajor \((\d{5,10})\)|', (\d{5,8})\), \(/i;
const NO_MECHANISM =
  /unsupported mechanism|not supported by the Kerberos module|token seems to be NTLM/i;
const ACCEPT = /gss_accept_sec_context|acceptSecContext|accept_sec_context|received token seems/i;
const INIT = /gss_init_sec_context|initSecContext|authGSSClientStep|init_sec_context/i;
const COM_ERR = /(?<![\w.])(-1765328\d{3}|25296(?:38|39)\d{3}|0?x?96c73a[\da-f]{2})(?![\w.])/gi;
const GO =
  /(TGS|AS) Exchange Error.{0,160}?(?:requesting for (\S{1,300}?))?: KRB Error: (\((\d{1,3})\) [A-Z_]{0,60})/;
const HEIMDAL = /(Server|Client) \((\S{1,300}@\S{1,255})\) unknown/;

/** What the module of nginx writes of every request, well or not. */
const NGINX = /my_gss_name |GSSAPI auth(?:orizing| succeeded)/;

const C_UNKNOWN = 6;
const S_UNKNOWN = 7;
const BAD_MECH = 1;

export const gssMessages: Part = (trace) => {
  const isTaken = occupiedBy(trace.claimed);
  for (const line of trace.lines) {
    const { text } = line;
    if (NGINX.test(text)) trace.isTrace = true;
    const side = ACCEPT.test(text) ? 'server' : INIT.test(text) ? 'client' : undefined;
    trace.facts.push(...routine(line, side), ...refusals(line));
    for (const { 0: printed, index } of text.matchAll(COM_ERR)) {
      const at = within(line, index, printed.length);
      if (isTaken(at)) continue;
      trace.claimed.push(at);
      const code = kerberosError(valueOf(printed));
      if (code === undefined || isNormal(code)) continue;
      trace.facts.push({ kind: 'gssFailure', ...(side && { side }), code, codeAt: at, at });
    }
    const go = GO.exec(text);
    if (go) {
      const written = go[3] ?? '';
      trace.claimed.push(within(line, text.indexOf(written, go.index), written.length));
    }
  }
};

/** `96c73a07` without a prefix, as Apache writes a minor status, is hexadecimal, too. */
function valueOf(printed: string): string {
  return /^0?x?96/i.test(printed) ? `0x${printed.replace(/^0?x/i, '')}` : printed;
}

function routine(line: PrintedLine, side: 'client' | 'server' | undefined): Fact[] {
  const [, hex, first, second] = MAJOR.exec(line.text) ?? [];
  const decimal = first ?? second;
  const major = hex === undefined ? Number(decimal ?? Number.NaN) : parseInt(hex, 16);
  // mod_auth_kerb prints the status of an acceptor.
  const own = hex === undefined ? side : 'server';
  const printed = Number.isNaN(major) ? 0 : (major >>> 16) & 0xff;
  const isBadMech = side === 'server' && NO_MECHANISM.test(line.text);
  const number = printed || (isBadMech ? BAD_MECH : 0);
  if (number === 0) return [];
  const at = placeOfLine(line);
  return [{ kind: 'gssFailure', ...(own && { side: own }), routine: number, at }];
}

function refusals(line: PrintedLine): Fact[] {
  const at = placeOfLine(line);
  const about = (written: string) => {
    const spn = serviceOf(written);
    return spn ? { spn } : {};
  };
  const [, , wanted = '', , number] = GO.exec(line.text) ?? [];
  const base = { kind: 'ticketRefused', space: 'kerberos', told: 'trace', at } as const;
  if (number !== undefined) {
    const code = Number(number);
    return code === 0 || isNormal(code) ? [] : [{ ...base, code, ...about(wanted) }];
  }
  const [, side, name = ''] = HEIMDAL.exec(line.text) ?? [];
  if (side === undefined) return [];
  return side === 'Server'
    ? [{ ...base, code: S_UNKNOWN, ...about(name) }]
    : [{ ...base, code: C_UNKNOWN }];
}
