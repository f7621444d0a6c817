/**
 * The debug output of Java's Kerberos (`-Dsun.security.krb5.debug=true`):
 *
 *     >>>KRBError:
 *              sTime is Sat Sep 21 00:51:46 IST 2019 1569007306000
 *              error code is 7
 *              sname is HTTP/web.contoso.com@CONTOSO.COM
 *     Found ticket for alex@CONTOSO.COM to go to HTTP/web.contoso.com@CONTOSO.COM expiring on ...
 *     Added key: 18version: 4
 *
 * Source: sun.security.krb5 of JDK 8 to 25: KRBError.showDebug, Credentials, ServiceCreds.
 */
import { accountOf, type Spn } from '../../facts/names.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { isNormal } from './com-err.ts';
import { placeOfLine, within, type Part, type Trace } from './part.ts';
import { isTgt, serviceOf } from './principals.ts';

const HEAD = /KRBError:\s*$/;
const FIELD =
  /^(?:.{0,120}[\s|])?(cTime|cuSec|sTime|suSec|error code|error Message|crealm|cname|realm|sname|msgType|eData|checksum) (?:is (.{0,300})|provided)/;
/** Fields of one error, at most. */
const FIELDS = 14;

const SIGN =
  /Entered (?:Spn?ego|Krb5)|\bKrb(?:AsReq|AsRep|KdcReq|KdcRep|TgsReq|ApReq|ApRep|KdcAccess|Kdc)\b|KdcAccessibility|EType: sun\.security|KeyTabInputStream|\[Krb5LoginModule\]|Krb5Context/;
const TICKET = /Found ticket for (\S+) to go to (\S+) expiring on/;
const LOOKING = /Looking for keys for: (\S+)/;
const ADDED = /^(?:.{0,120}\s)?Added key: (\d{1,3})\s?version: (\d{1,10})/;

/** `SpNegoToken NegTokenInit: reading Mechanism Oid = 1.2.840.113554.1.2.2`, one line for each. */
const MECHANISM = /NegTokenInit: reading Mechanism Oid = (\d{1,3}(?:\.\d{1,9}){3,14})/;
const TOKEN_BEGINS =
  /NegTokenInit: reading Mech Token|Entered SpNego|SpNegoContext\.acceptSecContext/;
/** Mechanisms of one list. */
const MECHANISMS = 16;

/** Errors of the AP exchange (RFC 4120 7.5.9): an acceptor says them, and seldom a KDC. */
const isOfAcceptor = (code: number) => code >= 31 && code <= 50 && code !== 37;

export const javaTrace: Part = (trace) => {
  readMechanisms(trace);
  let keysFor: string | undefined;
  for (const [index, line] of trace.lines.entries()) {
    if (HEAD.test(line.text)) readError(trace, index);
    else if (SIGN.test(line.text)) trace.isTrace = true;
    const [, client, server = ''] = TICKET.exec(line.text) ?? [];
    const spn = serviceOf(server);
    if (client !== undefined && spn) {
      trace.isTrace = true;
      const at = placeOfLine(line);
      trace.facts.push({ kind: 'ticket', spn, seen: 'cache', client: accountOf(client), at });
    }
    keysFor = LOOKING.exec(line.text)?.[1] ?? keysFor;
    const [, etype, kvno] = ADDED.exec(line.text) ?? [];
    if (etype !== undefined && keysFor !== undefined) {
      addKey(trace, line, keysFor, Number(etype), Number(kvno));
    }
  }
};

/** A list goes on until the token that follows it, as a log has lines of other threads in between. */
function readMechanisms(trace: Trace): void {
  let oids: string[] = [];
  for (const line of trace.lines) {
    const oid = MECHANISM.exec(line.text)?.[1];
    if (oid === undefined) {
      if (TOKEN_BEGINS.test(line.text)) oids = [];
    } else if (oids.length === 0) {
      oids = [oid];
      trace.isTrace = true;
      trace.facts.push({ kind: 'mechanismList', oids, at: placeOfLine(line) });
    } else if (oids.length < MECHANISMS) oids.push(oid);
  }
}

function addKey(
  trace: Trace,
  line: PrintedLine,
  principal: string,
  etype: number,
  kvno: number,
): void {
  const spn = serviceOf(principal);
  const at = placeOfLine(line);
  trace.facts.push({ kind: 'keytabEntry', principal, kvno, etype, at, ...(spn && { spn }) });
}

interface Fields {
  code?: number;
  codeLine?: PrintedLine;
  sname?: string;
  realm?: string;
}

function readError(trace: Trace, head: number): void {
  const fields: Fields = {};
  for (const line of trace.lines.slice(head + 1, head + 1 + FIELDS)) {
    const [, name, value = ''] = FIELD.exec(line.text) ?? [];
    if (name === undefined) break;
    trace.isTrace = true;
    if (name === 'error code') Object.assign(fields, { code: Number(value), codeLine: line });
    else if (name === 'sname') fields.sname = value.trim();
    else if (name === 'realm') fields.realm = value.trim();
  }
  const { code, codeLine, sname = '', realm } = fields;
  if (code === undefined || !codeLine || !Number.isInteger(code)) return;
  const place = codeLine.text.lastIndexOf(String(code));
  trace.claimed.push(within(codeLine, Math.max(place, 0), String(code).length));
  if (code === 0 || isNormal(code)) return;
  const plain = serviceOf(sname);
  const spn: Spn | undefined =
    plain && realm !== undefined && plain.realm === undefined ? { ...plain, realm } : plain;
  const at = placeOfLine(codeLine);
  const about = { code, at, ...(spn && { spn }) };
  // An acceptor's own error; of a ticket-granting ticket only a KDC speaks.
  if (isOfAcceptor(code) && !(spn && isTgt(spn))) {
    trace.facts.push({ kind: 'gssFailure', side: 'client', ...about });
  } else {
    trace.facts.push({ kind: 'ticketRefused', space: 'kerberos', told: 'trace', ...about });
  }
}
