/**
 * From a frame to what it carries over UDP or TCP: Ethernet with tags, Linux cooked (two versions),
 * raw IP, loopback; IPv4 and IPv6 with their fragments; GRE with a mirrored frame in it (ERSPAN).
 */
import type { Packet } from './container.ts';

/** The payload of a datagram, or of a segment. */
export interface Carried {
  readonly protocol: 'udp' | 'tcp';
  readonly source: string;
  readonly target: string;
  readonly sourcePort: number;
  readonly targetPort: number;
  readonly payload: Uint8Array;
  /** Of TCP. */
  readonly sequence: number;
  readonly isSyn: boolean;
  readonly packet: Packet;
}

interface Ip {
  readonly protocol: number;
  readonly source: string;
  readonly target: string;
  readonly payload: Uint8Array;
}

/** LINKTYPE_ values: bytes of the header, and where in it the type of what follows is (-1: by its version). */
const LINKS: ReadonlyMap<number, readonly [header: number, typeAt: number]> = new Map([
  [0, [4, -1]],
  [1, [14, 12]],
  [12, [0, -1]],
  [14, [0, -1]],
  [101, [0, -1]],
  [108, [4, -1]],
  [113, [16, 14]],
  [228, [0, -1]],
  [229, [0, -1]],
  [276, [20, 0]],
]);
const TAGS = new Set([0x8100, 0x88a8, 0x9100]);
/** Frames inside frames. */
const DEPTH = 4;
/** Datagrams in fragments that are waited for at a time. */
const OPEN_FRAGMENTS = 1_000;

const u16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number) => u16(bytes, at) * 65536 + u16(bytes, at + 2);

interface Fragments {
  readonly parts: { readonly at: number; readonly data: Uint8Array }[];
  /** Known with the last fragment. */
  length?: number;
}

/** Keeps the fragments of datagrams until they are whole. */
export class Network {
  readonly #fragments = new Map<string, Fragments>();

  /** What the packet carries; undefined for anything else, and for a datagram that is not whole yet. */
  carried(packet: Packet): Carried | undefined {
    return this.#frame(packet, packet.data, packet.link, 0);
  }

  #frame(packet: Packet, data: Uint8Array, link: number, depth: number): Carried | undefined {
    const [header, typeAt] = LINKS.get(link) ?? [undefined, 0];
    if (header === undefined || depth > DEPTH) return undefined;
    let at = header;
    let type = typeAt < 0 ? 0 : u16(data, typeAt);
    while (TAGS.has(type)) {
      type = u16(data, at + 2);
      at += 4;
    }
    const isIp = typeAt < 0 || type === 0x0800 || type === 0x86dd;
    const ip = isIp ? this.#ip(data.subarray(at)) : undefined;
    if (!ip) return undefined;
    if (ip.protocol !== 47) return carriedBy(ip, packet);
    const mirrored = mirroredFrame(ip.payload);
    return mirrored && this.#frame(packet, mirrored, 1, depth + 1);
  }

  #ip(data: Uint8Array): Ip | undefined {
    const version = (data[0] ?? 0) >> 4;
    if (version === 4) return this.#ip4(data);
    return version === 6 ? this.#ip6(data) : undefined;
  }

  #ip4(data: Uint8Array): Ip | undefined {
    const header = ((data[0] ?? 0) & 0x0f) * 4;
    if (header < 20 || data.length < header) return undefined;
    // Offloaded segments have a total length of 0.
    const total = u16(data, 2) || data.length;
    const [source, target] = [dotted(data, 12), dotted(data, 16)];
    const protocol = data[9] ?? 0;
    const payload = data.subarray(header, Math.max(header, total));
    const [offset, isMore] = [(u16(data, 6) & 0x1fff) * 8, (u16(data, 6) & 0x2000) !== 0];
    if (offset === 0 && !isMore) return { protocol, source, target, payload };
    const key = [source, target, protocol, u16(data, 4)].join(' ');
    const whole = this.#joined(key, offset, isMore, payload);
    return whole && { protocol, source, target, payload: whole };
  }

  #ip6(data: Uint8Array): Ip | undefined {
    if (data.length < 40) return undefined;
    const [source, target] = [colons(data, 8), colons(data, 24)];
    const end = u16(data, 4) === 0 ? data.length : Math.min(data.length, 40 + u16(data, 4));
    let protocol = data[6] ?? 0;
    for (let at = 40; at + 8 <= end;) {
      const next = data[at] ?? 0;
      if (protocol === 44) {
        const [offset, isMore] = [u16(data, at + 2) & 0xfff8, (u16(data, at + 2) & 1) !== 0];
        const key = [source, target, u32(data, at + 4)].join(' ');
        const whole = this.#joined(key, offset, isMore, data.subarray(at + 8, end));
        return whole && { protocol: next, source, target, payload: whole };
      }
      if (protocol !== 0 && protocol !== 43 && protocol !== 60) {
        return { protocol, source, target, payload: data.subarray(at, end) };
      }
      protocol = next;
      at += ((data[at + 1] ?? 0) + 1) * 8;
    }
    return undefined;
  }

  #joined(key: string, at: number, isMore: boolean, data: Uint8Array): Uint8Array | undefined {
    const known = this.#fragments.get(key);
    if (!known && this.#fragments.size >= OPEN_FRAGMENTS) return undefined;
    const open = known ?? { parts: [] };
    this.#fragments.set(key, open);
    open.parts.push({ at, data });
    if (!isMore) open.length = at + data.length;
    const { length } = open;
    if (length === undefined) return undefined;
    const whole = new Uint8Array(length);
    let filled = 0;
    for (const part of open.parts.toSorted((a, b) => a.at - b.at)) {
      if (part.at > filled) return undefined;
      whole.set(
        part.data.subarray(0, length - Math.min(length, part.at)),
        Math.min(part.at, length),
      );
      filled = Math.max(filled, part.at + part.data.length);
    }
    if (filled < length) return undefined;
    this.#fragments.delete(key);
    return whole;
  }
}

/** The frame in GRE: ERSPAN without and with its header, or an Ethernet bridge. */
function mirroredFrame(gre: Uint8Array): Uint8Array | undefined {
  const flags = u16(gre, 0);
  const header = 4 + (flags & 0x8000 ? 4 : 0) + (flags & 0x2000 ? 4 : 0) + (flags & 0x1000 ? 4 : 0);
  const type = u16(gre, 2);
  if (type === 0x88be) return gre.subarray(header + (flags & 0x1000 ? 8 : 0));
  if (type === 0x22eb) return gre.subarray(header + 12);
  return type === 0x6558 ? gre.subarray(header) : undefined;
}

function carriedBy(ip: Ip, packet: Packet): Carried | undefined {
  const { source, target, payload } = ip;
  const isTcp = ip.protocol === 6;
  if ((!isTcp && ip.protocol !== 17) || payload.length < (isTcp ? 20 : 8)) return undefined;
  const header = isTcp ? ((payload[12] ?? 0) >> 4) * 4 : 8;
  const length = isTcp
    ? payload.length
    : Math.max(8, Math.min(u16(payload, 4) || payload.length, payload.length));
  return {
    protocol: isTcp ? 'tcp' : 'udp',
    source,
    target,
    sourcePort: u16(payload, 0),
    targetPort: u16(payload, 2),
    payload: payload.subarray(Math.max(header, isTcp ? 20 : 8), length),
    sequence: isTcp ? u32(payload, 4) : 0,
    isSyn: isTcp && ((payload[13] ?? 0) & 2) !== 0,
    packet,
  };
}

const dotted = (data: Uint8Array, at: number) => [...data.subarray(at, at + 4)].join('.');

/** RFC 5952 without shortening more than leading zeros. */
function colons(data: Uint8Array, at: number): string {
  const groups = Array.from({ length: 8 }, (_, index) => u16(data, at + 2 * index).toString(16));
  return groups
    .join(':')
    .replace(/(?:^|:)0(?::0)+(?=:|$)/, '::')
    .replace(/:{3,}/, '::');
}
