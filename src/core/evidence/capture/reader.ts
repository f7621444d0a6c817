/**
 * The text of a recording of packets: messages for the reader of HTTP, tickets that were issued or
 * refused, what names stand for, and what the recording holds in vain.
 */
import type { Fact } from '../../facts/fact.ts';
import { accountOf, hostOf, spnOf, withoutPort } from '../../facts/names.ts';
import type { Span } from '../../facts/span.ts';
import { Composed } from '../../text/composed.ts';
import { lines } from '../../text/lines.ts';
import { occupiedBy } from '../../text/occupied.ts';
import type { Context, LoadedReader, Reading, Recorded } from '../reader.ts';
import { CONNECTION, NOT_READ, PACKET, TITLE } from './transcript.ts';

/** Steps on the way: proof is wanted, or TCP. */
const NORMAL = new Set([25, 52]);
/** The codes of answers that are about the user and not about a service. */
const TICKET_GRANTING = /^(?:krbtgt|kadmin)\//i;

interface Line extends Span {
  readonly text: string;
}

function read(text: string, { claimed }: Pick<Context, 'claimed'>): Reading | undefined {
  const title = text.indexOf(TITLE);
  const isTaken = occupiedBy(claimed);
  if (title < 0 || isTaken({ start: title, end: title + TITLE.length })) return undefined;
  const all = Array.from(lines(text), ({ start, end }): Line => ({
    ...{ start, end, text: text.slice(start, end) },
  })).filter(
    ({ start, end }) => start >= title && !isTaken({ start, end: Math.max(end, start + 1) }),
  );
  const facts: Fact[] = [];
  const recorded: Recorded[] = [];
  all.forEach((line, index) => {
    const [, , time = '', source = '', , protocol, rest = ''] = PACKET.exec(line.text) ?? [];
    const at = { start: line.start, end: line.end };
    if (protocol === 'HTTP') {
      const message = messageAt(text, all, index, rest, time);
      if (message) recorded.push(message);
    } else if (protocol === 'Kerberos') facts.push(...kerberosFacts(rest, at, source, time));
    else if (protocol === 'DNS') facts.push(...dnsFacts(rest, at));
    else facts.push(...unreadFacts(line.text, at));
  });
  const [first] = all;
  const at = { start: title, end: Math.max(first?.end ?? 0, title + TITLE.length) };
  facts.push({ kind: 'packetCapture', messages: recorded.length, at });
  return { kinds: ['capture'], facts, recorded, claimed: [{ start: title, end: text.length }] };
}

/** The lines below that of the packet, to the next empty one. */
function messageAt(
  text: string,
  all: readonly Line[],
  index: number,
  rest: string,
  time: string,
): Recorded | undefined {
  const [, connection, cut] = CONNECTION.exec(rest) ?? [];
  if (connection === undefined) return undefined;
  const message = new Composed(text);
  let count = 0;
  for (let next = index + 1; next < all.length; next++) {
    const line = all[next];
    if (!line || line.text.trim() === '') break;
    message.copy(line).glue('\n');
    count++;
  }
  if (count === 0) return undefined;
  // Without its end, a head does not show that a header was not sent.
  if (cut === undefined) message.glue('\n');
  return {
    ...message.done(),
    of: { connection, ...(time !== '-' && { time }), ...(cut && { lacksCredentials: true }) },
  };
}

function valuesIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(/(\w{1,12})=(\S{1,300})/g), ([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

function kerberosFacts(rest: string, at: Span, source: string, time: string): Fact[] {
  const type = /^ (\S+)/.exec(rest)?.[1];
  const values = valuesIn(rest);
  const [sname, realm, cname] = ['sname', 'realm', 'cname'].map((name) => values.get(name));
  const [etype, kvno, code] = ['etype', 'kvno', 'code'].map((name) => numberOf(values.get(name)));
  const spn =
    sname === undefined ? undefined : spnOf(realm === undefined ? sname : `${sname}@${realm}`);
  const client = cname === undefined ? undefined : accountOf(cname);
  const kdc = withoutPort(source);
  if (type === 'TGS-REP' && spn) {
    return [
      {
        kind: 'ticket',
        spn,
        seen: 'issued',
        kdc,
        ...(client && { client }),
        ...(realm !== undefined && { realm }),
        ...(etype !== undefined && { etype }),
        ...(kvno !== undefined && { kvno }),
        at,
      },
    ];
  }
  if (type !== 'KRB-ERROR' || code === undefined || NORMAL.has(code)) return [];
  const isOfService = sname !== undefined && !TICKET_GRANTING.test(sname);
  return [
    {
      kind: 'ticketRefused',
      code,
      space: 'kerberos',
      told: 'trace',
      kdc,
      ...(time !== '-' && { time }),
      ...(isOfService && spn && { spn }),
      ...(client && { client }),
      at,
    },
  ];
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,10}$/.test(text) ? Number(text) : undefined;

function dnsFacts(rest: string, at: Span): Fact[] {
  const [name = '', ...words] = rest.trim().split(' ');
  const alias = words.find((one) => one.startsWith('alias='))?.slice('alias='.length);
  const addresses = words.filter((one) => /^[\d.]+$/.test(one));
  if (name === '') return [];
  const isMissing = words.includes('missing');
  return [
    {
      kind: 'dnsName',
      name: hostOf(name),
      ...(alias !== undefined && { canonical: hostOf(alias) }),
      addresses,
      answer: isMissing ? 'missing' : alias === undefined ? 'address' : 'alias',
      at,
    },
  ];
}

function unreadFacts(text: string, at: Span): Fact[] {
  const [, protocol, address, host, connections = ''] = NOT_READ.exec(text) ?? [];
  if (protocol === undefined) return [];
  return [
    {
      kind: 'unreadTraffic',
      protocol,
      connections: Number(connections.replaceAll(',', '')),
      ...(address !== undefined && { address }),
      ...(host !== undefined && { host: hostOf(host) }),
      at,
    },
  ];
}

export const capture: LoadedReader = {
  read,
  loadRules: async () => (await import('./rules/rules.ts')).CAPTURE_RULES,
};
