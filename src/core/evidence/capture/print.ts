/**
 * A recording of packets as a text: the heads of HTTP messages, what clients and domain controllers
 * said to each other, what the names stand for, and what could not be read. Bodies, cookies and
 * everything else stay out.
 */
import { CAPTURE_LINES } from '../../limits.ts';
import { counted } from '../../text/counted.ts';
import { readContainer, type Packet } from './packets/container.ts';
import { Network, type Carried } from './packets/network.ts';
import { lastPacket, Streams, type Run, type Stream } from './packets/streams.ts';
import { readDnsAnswer, type DnsAnswer } from './protocols/dns.ts';
import { headsIn, type Head } from './protocols/http.ts';
import { type KdcMessage, readKdcMessage } from './protocols/kerberos.ts';
import { isClientHello, serverName } from './protocols/tls.ts';
import { TITLE, word } from './transcript.ts';

const COOKIE = /^(?:set-)?cookie2?:/i;
const KDC = 88;
const DNS = 53;
/** Protocols with authentication of their own, which are counted. */
const OTHERS: Readonly<Record<number, string>> = {
  135: 'RPC',
  389: 'LDAP',
  445: 'SMB',
  464: 'kpasswd',
  636: 'LDAP over TLS',
  3268: 'LDAP',
};

interface Entry {
  readonly carried: Carried;
  /** Lines below the one of the packet. */
  readonly lines?: readonly string[];
  readonly said: string;
}

/** The whole text. Never throws; what is damaged is left out and said. */
export function printCapture(bytes: Uint8Array): string {
  const { format, packets, isCut } = readContainer(bytes);
  const { entries, hosts, notes } = entriesOf(packets);
  const told = entries
    .filter(({ said }) => !said.startsWith('DNS ') || isInvolved(said, hosts))
    .sort((a, b) => a.carried.packet.number - b.carried.packet.number);
  const kept = told.slice(0, CAPTURE_LINES);
  const left = told.length - kept.length;
  const blocks = kept.map(({ carried, said, lines }) =>
    [lineOf(carried, said), ...(lines ?? [])].join('\n'),
  );
  return [
    `${TITLE}${format}): ${packets.length} packets`,
    ...(isCut ? ['The file ends inside a packet; what follows is missing.'] : []),
    ...blocks,
    ...(left > 0 ? [`${left} more messages are not shown.`] : []),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    '',
  ].join('\n\n');
}

function lineOf({ packet, source, target, sourcePort, targetPort }: Carried, said: string): string {
  const date = new Date(Math.floor(packet.time ?? NaN));
  const when = Number.isNaN(date.getTime()) ? '-' : date.toISOString();
  return `packet ${packet.number}  ${when}  ${end(source, sourcePort)} > ${end(target, targetPort)}  ${said}`;
}

const end = (address: string, port: number) =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

/** Whether an answer of DNS is about a name that somebody asked to log on to. */
function isInvolved(said: string, hosts: ReadonlySet<string>): boolean {
  return said
    .slice(4)
    .split(/[ =,]+/)
    .some((name) => hosts.has(name.toLowerCase()));
}

interface Found {
  readonly entries: Entry[];
  /** Names of servers, in lower case. */
  readonly hosts: Set<string>;
  /** What was not read. */
  readonly notes: string[];
}

function entriesOf(packets: readonly Packet[]): Found {
  const network = new Network();
  const streams = new Streams();
  const entries: Entry[] = [];
  const hosts = new Set<string>();
  const counts = new Map<string, number>();
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const packet of packets) {
    const carried = network.carried(packet);
    if (!carried) continue;
    if (carried.protocol === 'tcp') streams.add(carried);
    else entries.push(...inDatagram(carried));
  }
  for (const stream of streams.all()) {
    const { first, runs } = stream;
    const hello = runs[0]?.bytes;
    if (isAt(first, KDC)) entries.push(...runs.flatMap(kerberosIn));
    else if (hello && isClientHello(hello)) {
      const name = serverName(hello);
      if (name !== undefined) hosts.add(name.toLowerCase());
      count(
        `TLS to ${end(first.target, first.targetPort)}${name === undefined ? '' : ` (${word(name)})`}`,
      );
    } else if (OTHERS[first.targetPort] !== undefined) count(OTHERS[first.targetPort] ?? '');
    else
      entries.push(...runs.flatMap((run) => headsIn(run).map((head) => httpEntry(head, stream))));
  }
  for (const { said, lines = [] } of entries) {
    for (const text of [said, ...lines]) {
      const host = /^host: ?([^\s:]+)|\bsname=\w+\/([^\s/:]+)/i.exec(text);
      if (host) hosts.add((host[1] ?? host[2] ?? '').toLowerCase());
    }
  }
  const notes = Array.from(
    counts,
    ([name, times]) => `not read: ${name}, ${counted(times, 'connection')}`,
  );
  return { entries, hosts, notes };
}

const isAt = ({ sourcePort, targetPort }: Carried, port: number) =>
  sourcePort === port || targetPort === port;

function inDatagram(carried: Carried): Entry[] {
  const { payload } = carried;
  if (isAt(carried, KDC)) {
    const message = readKdcMessage(payload);
    return message ? [{ carried, said: kerberosLine(message) }] : [];
  }
  if (carried.sourcePort !== DNS) return [];
  const answer = readDnsAnswer(payload);
  return answer ? [{ carried, said: dnsLine(answer) }] : [];
}

/** Messages with their length before them (RFC 4120 7.2.2). */
function kerberosIn(run: Run): Entry[] {
  const entries: Entry[] = [];
  const { bytes } = run;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 < bytes.length;) {
    const next = at + 4 + (view.getUint32(at) & 0x7fffffff);
    const message =
      next > bytes.length ? undefined : readKdcMessage(bytes.subarray(0, next), at + 4);
    const carried = lastPacket(run, at, Math.min(next, bytes.length));
    if (message && carried) entries.push({ carried, said: kerberosLine(message) });
    at = next;
  }
  return entries;
}

function kerberosLine({ type, ...values }: KdcMessage): string {
  const told = Object.entries(values).map(([name, value]) => `${name}=${word(value)}`);
  return `Kerberos ${type}  ${told.join(' ')}`.trimEnd();
}

function dnsLine({ name, canonical, addresses, isMissing }: DnsAnswer): string {
  if (isMissing) return `DNS ${word(name)} missing`;
  const alias = canonical === undefined ? '' : ` alias=${word(canonical)}`;
  return `DNS ${word(name)}${alias}${addresses.map((address) => ` ${address}`).join('')}`;
}

function httpEntry({ lines, carried, isCut }: Head, { connection }: Stream): Entry {
  return {
    carried,
    said: `HTTP, connection ${connection}${isCut ? ', cut' : ''}`,
    lines: lines.filter((line) => line !== '' && !COOKIE.test(line)),
  };
}
