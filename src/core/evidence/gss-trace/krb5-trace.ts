/**
 * KRB5_TRACE of MIT krb5, also where sssd or another program writes it into its own log:
 *
 *     [9138] 1332348778.823276: Getting credentials user@CONTOSO.COM -> HTTP/web@CONTOSO.COM using ccache FILE:...
 *     [9138] 1332348778.823381: TGS request result: -1765328377/Server not found in Kerberos database
 *
 * Source: src/include/k5-trace.h of krb5 1.10 to 1.22.
 */
import { etypeOfName } from '../../codes/etype-of-name.ts';
import type { Fact } from '../../facts/fact.ts';
import { accountOf, spelled, type Spn } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import type { PrintedLine } from '../../text/printed-lines.ts';
import { isNormal, kerberosError, NO_ENTRY, NO_VERSION } from './com-err.ts';
import type { Part, Trace } from './part.ts';
import { serviceOf } from './principals.ts';

const STAMP = /\[\d{1,8}\] \d{9,11}\.\d{1,9}: ?/;
/** Lines that one wrapped record may have after its first, and characters of each. */
const MORE_LINES = 3;
const MORE_LENGTH = 200;

interface Entry {
  readonly message: string;
  /** Its first line, up to the last one that belongs to it. */
  readonly at: Span;
}

const GETTING = /^Getting credentials (\S+) -> (\S+) using/;
const GETTING_INITIAL = /^Getting initial credentials for (\S+)/;
const ASKING = /^Requesting tickets for (\S+), referrals/;
const AGAIN = /^Requesting tickets for (\S+), referrals off/;
const TGS_RESULT = /^TGS request result: (-?\d{1,10})\//;
const AS_RESULT = /^Received error from KDC: (-?\d{1,10})\//;
const RECEIVED = /^Received creds for desired service (\S+)/;
const REPLY = /^TGS reply is for \S+ -> (\S+) with session key/;
const RETRIEVED = /^Retrieving (\S+) -> (\S+) from .{1,300}? with result: (-?\d{1,10})\//;
const KEY =
  /^Retrieving (\S+) from (\S+) \(vno (\d{1,10}), enctype (\S+)\) with result: (-?\d{1,10})\//;
const DECRYPTED = /^Decrypted AP-REQ with (?:specified )?server principal (\S+): (\S{1,60})\//;
const NOT_DECRYPTED = /^Failed to decrypt AP-REQ ticket: (-?\d{1,10})\//;
const CODE = /(?:result|KDC|ticket|failed|returned): (-?\d{1,10})(?=\/)/g;

/** What the entries so far were about. */
interface State {
  asked?: Spn;
  client?: string;
  /** The last key that the acceptor took from its keytab. */
  key?: { readonly principal: string; readonly kvno: number; readonly etype?: number };
}

export const krb5Trace: Part = (trace) => {
  const facts: Fact[] = [];
  const state: State = {};
  for (const entry of entriesOf(trace)) {
    // The library asks for the same name again, so what was refused before was that name.
    const again = AGAIN.exec(entry.message)?.[1];
    const last = facts.at(-1);
    const spn = again === undefined ? undefined : serviceOf(again);
    if (spn && last?.kind === 'ticketRefused' && !last.spn) {
      facts.splice(-1, 1, { ...last, spn });
    }
    facts.push(...factsOf(entry, state));
  }
  const overcome = overcomeIn(facts);
  trace.facts.push(...distinct(facts.filter((fact) => !overcome.has(fact))));
  // What the library says of them is no fault either.
  trace.claimed.push(...[...overcome].map(({ at }) => at));
};

function entriesOf(trace: Trace): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of trace.lines.entries()) {
    const stamp = STAMP.exec(line.text);
    if (!stamp) continue;
    trace.isTrace = true;
    const from = line.start + stamp.index;
    const head = stamp.index + stamp[0].length;
    claim(trace, line, head, stamp.index);
    const more = continued(trace.lines, index);
    const texts = [line.text.slice(head), ...more.map(({ text }) => text.slice(0, MORE_LENGTH))];
    entries.push({ message: texts.join(' '), at: { start: from, end: (more.at(-1) ?? line).end } });
    for (const one of more) claim(trace, one, 0, 0);
  }
  return entries;
}

/** Lines that a terminal or a document wrapped from the one at `index`. */
function continued(lines: readonly PrintedLine[], index: number): PrintedLine[] {
  const more: PrintedLine[] = [];
  while (more.length < MORE_LINES && isOpen([lines[index], ...more].at(-1)?.text ?? '')) {
    const next = lines[index + more.length + 1];
    if (!next || STAMP.test(next.text)) break;
    more.push(next);
  }
  return more;
}

/** True for the end of a line after which something must follow. */
function isOpen(text: string): boolean {
  return /(?:->|\bfrom|\bccache|\bresult:|\bresult|\bwith|\bfor|,)$/.test(text);
}

function claim(trace: Trace, { start, text }: PrintedLine, from: number, stamp: number): void {
  if (from > stamp) trace.claimed.push({ start: start + stamp, end: start + from });
  for (const { 0: found, 1: code = '', index } of text.matchAll(CODE)) {
    const end = start + index + found.length;
    trace.claimed.push({ start: end - code.length, end });
  }
}

function factsOf({ message, at }: Entry, state: State): Fact[] {
  const [, client, wanted] = GETTING.exec(message) ?? [];
  if (client !== undefined) {
    state.client = client;
    setAsked(state, wanted);
    return [];
  }
  const initial = GETTING_INITIAL.exec(message)?.[1];
  if (initial !== undefined) {
    state.client = initial;
    setAsked(state, `krbtgt/${initial.split('@')[1] ?? ''}`);
    return [];
  }
  const asking = ASKING.exec(message)?.[1];
  if (asking !== undefined) {
    setAsked(state, asking);
    return [];
  }
  const result = (TGS_RESULT.exec(message) ?? AS_RESULT.exec(message))?.[1];
  if (result !== undefined) return refusal(result, state.asked, at);
  return [...tickets(message, at, state), ...keys(message, at, state)];
}

function setAsked(state: State, written = ''): void {
  const spn = serviceOf(written);
  if (spn) state.asked = spn;
  else delete state.asked;
}

function refusal(printed: string, spn: Spn | undefined, at: Span): Fact[] {
  const code = kerberosError(printed);
  if (code === undefined || isNormal(code)) return [];
  return [
    { kind: 'ticketRefused', code, space: 'kerberos', told: 'trace', at, ...(spn && { spn }) },
  ];
}

function tickets(message: string, at: Span, { client }: State): Fact[] {
  const received = (RECEIVED.exec(message) ?? REPLY.exec(message))?.[1];
  const issued = received === undefined ? undefined : serviceOf(received);
  const account = client === undefined ? {} : { client: accountOf(client) };
  if (issued) return [{ kind: 'ticket', spn: issued, seen: 'issued', at, ...account }];
  const [, owner = '', name = '', result] = RETRIEVED.exec(message) ?? [];
  // An entry of the cache's own configuration is no ticket.
  const cached =
    result === '0' && !name.startsWith('krb5_ccache_conf') ? serviceOf(name) : undefined;
  if (!cached) return [];
  return [{ kind: 'ticket', spn: cached, seen: 'cache', at, client: accountOf(owner) }];
}

function keys(message: string, at: Span, state: State): Fact[] {
  const [, principal = '', file = '', vno, enctype = '', result] = KEY.exec(message) ?? [];
  if (vno !== undefined && result !== undefined) {
    const etype = etypeOfName(enctype);
    const key = { principal, kvno: Number(vno), ...(etype !== undefined && { etype }) };
    if (result === '0') {
      state.key = key;
      return [];
    }
    const what = Number(result) === NO_VERSION ? 'version' : 'entry';
    const isMissing = Number(result) === NO_ENTRY || what === 'version';
    return isMissing ? [missing(key, what, at, file)] : [];
  }
  const [, decryptedBy, type = ''] = DECRYPTED.exec(message) ?? [];
  if (decryptedBy !== undefined) {
    const spn = serviceOf(decryptedBy);
    const etype = etypeOfName(type);
    return [
      { kind: 'ticketAccepted', at, ...(spn && { spn }), ...(etype !== undefined && { etype }) },
    ];
  }
  const failed = NOT_DECRYPTED.exec(message)?.[1];
  return failed !== undefined && state.key ? [missing(state.key, 'wrong', at)] : [];
}

function missing(
  key: NonNullable<State['key']>,
  what: 'entry' | 'version' | 'wrong',
  at: Span,
  keytab?: string,
): Fact {
  const spn = serviceOf(key.principal);
  return {
    kind: 'keytabKeyMissing',
    ...key,
    what,
    at,
    ...(spn && { spn }),
    ...(keytab !== undefined && { keytab }),
  };
}

/** Refusals that a later answer for the same service made up for. */
function overcomeIn(facts: readonly Fact[]): ReadonlySet<Fact> {
  const last = new Map<string, number>();
  for (const [index, fact] of facts.entries()) {
    if (fact.kind === 'ticket' && fact.seen === 'issued') last.set(spelled(fact.spn), index);
  }
  const isOvercome = (fact: Fact, index: number) =>
    fact.kind === 'ticketRefused' &&
    fact.spn !== undefined &&
    (last.get(spelled(fact.spn)) ?? -1) > index;
  return new Set(facts.filter(isOvercome));
}

/** The same answer, with and without referrals, once. */
function distinct(facts: readonly Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    if (fact.kind !== 'ticketRefused' && fact.kind !== 'ticket') return true;
    const name = fact.spn ? spelled(fact.spn) : '';
    const key = `${fact.kind} ${name} ${fact.kind === 'ticketRefused' ? fact.code : fact.seen}`;
    return !seen.has(key) && seen.add(key);
  });
}
