/** Recordings of packets, built byte by byte: for tests of everything that a network does to them. */
export type Bytes = readonly number[];

const u16 = (value: number): Bytes => [(value >>> 8) & 0xff, value & 0xff];
const u32 = (value: number): Bytes => [...u16(value >>> 16), ...u16(value & 0xffff)];
export const ascii = (text: string): Bytes => [...new TextEncoder().encode(text)];

/** Addresses and ports of a client and a server; `back` is from the server. */
export interface Ends {
  readonly client?: string;
  readonly server?: string;
  readonly clientPort?: number;
  readonly serverPort: number;
  readonly back?: boolean;
}

function endsOf({ client = '10.0.0.9', server = '10.0.0.5', clientPort = 50123, ...rest }: Ends) {
  const there = { source: client, target: server, from: clientPort, to: rest.serverPort };
  const { source, target, from, to } = there;
  return rest.back ? { source: target, target: source, from: to, to: from } : there;
}

const address = (text: string): Bytes =>
  text.includes(':')
    ? text.split(':').flatMap((group) => u16(parseInt(group, 16)))
    : text.split('.').map(Number);

export interface Fragment {
  readonly id: number;
  /** In bytes. */
  readonly offset: number;
  readonly isMore: boolean;
}

/** An IP packet, of version 6 for addresses with colons. */
export function ip(ends: Ends, protocol: number, payload: Bytes, fragment?: Fragment): Bytes {
  const { source, target } = endsOf(ends);
  const [from, to] = [address(source), address(target)];
  if (from.length > 4) {
    const { id, offset, isMore } = fragment ?? { id: 0, offset: 0, isMore: false };
    const extension = fragment ? [protocol, 0, ...u16(offset | (isMore ? 1 : 0)), ...u32(id)] : [];
    const next = fragment ? 44 : protocol;
    const length = u16(extension.length + payload.length);
    return [0x60, 0, 0, 0, ...length, next, 64, ...from, ...to, ...extension, ...payload];
  }
  const { id, offset, isMore } = fragment ?? { id: 1, offset: 0, isMore: false };
  const where = u16((offset >>> 3) | (isMore ? 0x2000 : 0));
  return [
    ...[0x45, 0, ...u16(20 + payload.length), ...u16(id), ...where],
    ...[64, protocol, 0, 0, ...from, ...to, ...payload],
  ];
}

export function udpHeader(ends: Ends, length: number): Bytes {
  const { from, to } = endsOf(ends);
  return [...u16(from), ...u16(to), ...u16(8 + length), 0, 0];
}

export const udp = (ends: Ends, payload: Bytes): Bytes =>
  ip(ends, 17, [...udpHeader(ends, payload.length), ...payload]);

/** A segment; `sequence` counts from the first byte. */
export function tcp(ends: Ends, payload: Bytes, sequence = 0, start = 1_000): Bytes {
  const { from, to } = endsOf(ends);
  const number = u32((start + 1 + sequence) >>> 0);
  const header = [
    ...u16(from),
    ...u16(to),
    ...number,
    0,
    0,
    0,
    0,
    0x50,
    0x10,
    0xff,
    0xff,
    0,
    0,
    0,
    0,
  ];
  return ip(ends, 6, [...header, ...payload]);
}

export function syn(ends: Ends, start = 1_000): Bytes {
  const { from, to } = endsOf(ends);
  return ip(ends, 6, [
    ...[...u16(from), ...u16(to), ...u32(start), 0, 0, 0, 0],
    ...[0x50, 0x02, 0xff, 0xff, 0, 0, 0, 0],
  ]);
}

/** What stands before the IP packet on each kind of link. */
export const LINKS = {
  ethernet: { type: 1, header: [...Array<number>(12).fill(2), 0x08, 0x00] },
  vlan: { type: 1, header: [...Array<number>(12).fill(2), 0x81, 0, 0, 7, 0x08, 0x00] },
  twoTags: {
    type: 1,
    header: [...Array<number>(12).fill(2), 0x88, 0xa8, 0, 7, 0x81, 0, 0, 8, 8, 0],
  },
  raw: { type: 101, header: [] },
  loopback: { type: 0, header: [2, 0, 0, 0] },
  cooked: { type: 113, header: [...Array<number>(14).fill(0), 0x08, 0x00] },
  cooked2: { type: 276, header: [0x08, 0x00, ...Array<number>(18).fill(0)] },
} as const satisfies Record<string, { type: number; header: Bytes }>;

export type Link = keyof typeof LINKS;
export const onLink = (link: Link, packet: Bytes): Bytes => [...LINKS[link].header, ...packet];

const ordered = (isLittle: boolean) => (value: number, size: 2 | 4) => {
  const bytes = size === 2 ? u16(value) : u32(value);
  return isLittle ? bytes.toReversed() : bytes;
};

interface FileOptions {
  readonly link?: Link;
  readonly isLittle?: boolean;
  readonly isNano?: boolean;
}

/** One packet a second from 2026-03-02 09:14:05, half a second past. */
const START = 1_772_442_845;

export function pcap(packets: readonly Bytes[], options: FileOptions = {}): Uint8Array {
  const { link = 'ethernet', isLittle = true, isNano = false } = options;
  const put = ordered(isLittle);
  const magic = put(isNano ? 0xa1b23c4d : 0xa1b2c3d4, 4);
  const half = isNano ? 500_000_000 : 500_000;
  return Uint8Array.from([
    ...magic,
    ...put(2, 2),
    ...put(4, 2),
    ...[0, 0, 0, 0, 0, 0, 0, 0],
    ...put(65_535, 4),
    ...put(LINKS[link].type, 4),
    ...packets.flatMap((packet, index) => {
      const data = onLink(link, packet);
      const length = put(data.length, 4);
      return [...put(START + index, 4), ...put(half, 4), ...length, ...length, ...data];
    }),
  ]);
}

export function pcapng(packets: readonly Bytes[], options: FileOptions = {}): Uint8Array {
  const { link = 'ethernet', isLittle = true, isNano = false } = options;
  const put = ordered(isLittle);
  const block = (type: number, body: Bytes): Bytes => {
    const padded = [...body, ...Array<number>((4 - (body.length % 4)) % 4).fill(0)];
    const length = put(12 + padded.length, 4);
    return [...put(type, 4), ...length, ...padded, ...length];
  };
  const resolution = isNano ? [...put(9, 2), ...put(1, 2), 9, 0, 0, 0, 0, 0, 0, 0] : [];
  const description = [...put(LINKS[link].type, 2), 0, 0, ...put(65_535, 4), ...resolution];
  const unused = [...put(147, 2), 0, 0, ...put(65_535, 4)];
  const section = [
    ...put(0x1a2b3c4d, 4),
    ...put(1, 2),
    ...put(0, 2),
    ...Array<number>(8).fill(0xff),
  ];
  return Uint8Array.from([
    ...block(0x0a0d0d0a, section),
    ...block(1, unused),
    ...block(1, description),
    ...block(5, [0, 0, 0, 0, 0, 0, 0, 0]),
    ...packets.flatMap((packet, index) => {
      const data = onLink(link, packet);
      const stamp = BigInt(START + index) * (isNano ? 1_000_000_000n : 1_000_000n);
      const time = stamp + (isNano ? 500_000_000n : 500_000n);
      const length = put(data.length, 4);
      return block(6, [
        ...put(1, 4),
        ...put(Number(time >> 32n), 4),
        ...put(Number(time & 0xffffffffn), 4),
        ...length,
        ...length,
        ...data,
      ]);
    }),
  ]);
}

const label = (name: string): Bytes => [
  ...name.split('.').flatMap((part) => [part.length, ...ascii(part)]),
  0,
];

/** An answer about an A record: `rcode` 3 for a name that does not exist. */
export function dnsAnswer(
  name: string,
  { alias, addresses = [], rcode = 0 }: { alias?: string; addresses?: string[]; rcode?: number },
): Bytes {
  const record = (owner: Bytes, type: number, data: Bytes) => [
    ...owner,
    ...u16(type),
    0,
    1,
    0,
    0,
    0,
    60,
    ...u16(data.length),
    ...data,
  ];
  const records = [
    ...(alias === undefined ? [] : [record([0xc0, 12], 5, label(alias))]),
    ...addresses.map((one) => record([0xc0, 12], 1, address(one))),
  ];
  const flags = [0x81, 0x80 | rcode];
  const header = [0, 7, ...flags, 0, 1, ...u16(records.length), 0, 0, 0, 0];
  return [...header, ...label(name), 0, 1, 0, 1, ...records.flat()];
}

/** The first message of TLS, for a server of that name. */
export function clientHello(name: string): Bytes {
  const host = [0, ...u16(name.length), ...ascii(name)];
  const list = [...u16(host.length), ...host];
  const extensions = [0, 23, 0, 0, 0, 0, ...u16(list.length), ...list];
  const body = [
    ...[3, 3, ...Array<number>(32).fill(5), 0, 0, 2, 0x13, 0x01, 1, 0],
    ...[...u16(extensions.length), ...extensions],
  ];
  const handshake = [1, 0, ...u16(body.length), ...body];
  return [0x16, 3, 1, ...u16(handshake.length), ...handshake];
}
