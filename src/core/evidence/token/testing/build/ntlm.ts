/** Builds NTLM messages (MS-NLMP 2.2.1) with made-up names. */
import { noise, utf8, type Bytes } from './der.ts';

const u16 = (value: number): Bytes => [value & 0xff, (value >> 8) & 0xff];
const u32 = (value: number): Bytes => [...u16(value & 0xffff), ...u16(value >>> 16)];

export const utf16 = (text: string): Bytes =>
  Array.from(text, (letter) => u16(letter.charCodeAt(0))).flat();

/** FILETIME of an ISO 8601 time. */
export function fileTime(iso: string): Bytes {
  const steps = BigInt(Date.parse(iso)) * 10_000n + 116_444_736_000_000_000n;
  return Array.from({ length: 8 }, (_, index) => Number((steps >> BigInt(8 * index)) & 0xffn));
}

const head = (type: number): Bytes => [...utf8('NTLMSSP'), 0, ...u32(type)];
const version = (build: number): Bytes => [10, 0, ...u16(build), 0, 0, 0, 15];
const pair = (id: number, value: Bytes): Bytes => [...u16(id), ...u16(value.length), ...value];

/** Type 1 as Windows sends it when it knows its domain: without names. */
export function negotiate(build = 22631): Bytes {
  return [
    ...head(1),
    ...u32(0xe2088297),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...u32(0),
    ...version(build),
  ];
}

export interface Server {
  netbios: string;
  domain: string;
  dnsName: string;
  dnsDomain: string;
  time: string;
}

export function avPairs(server: Server, ...more: Bytes[]): Bytes {
  return [
    ...pair(2, utf16(server.domain)),
    ...pair(1, utf16(server.netbios)),
    ...pair(4, utf16(server.dnsDomain)),
    ...pair(3, utf16(server.dnsName)),
    ...pair(5, utf16(server.dnsDomain)),
    ...pair(7, fileTime(server.time)),
    ...more.flat(),
    ...pair(0, []),
  ];
}

/** Buffer descriptors and payload for parts that follow a header of `size` bytes. */
function layout(size: number, parts: readonly Bytes[]): { fields: Bytes[]; payload: Bytes } {
  let offset = size;
  const fields = parts.map((part) => {
    const field = [...u16(part.length), ...u16(part.length), ...u32(offset)];
    offset += part.length;
    return field;
  });
  return { fields, payload: parts.flat() };
}

export function challenge(server: Server, build = 20348): Bytes {
  const { fields, payload } = layout(56, [utf16(server.domain), avPairs(server)]);
  const [target = [], info = []] = fields;
  return [
    ...head(2),
    ...target,
    ...u32(0xe2898215),
    ...noise(8, 7),
    ...u32(0),
    ...u32(0),
    ...info,
    ...version(build),
    ...payload,
  ];
}

export interface Client {
  user: string;
  domain: string;
  workstation: string;
  target: string;
}

export function authenticate(client: Client, server: Server, build = 22631): Bytes {
  const pairs = avPairs(
    server,
    pair(6, u32(2)),
    pair(9, utf16(client.target)),
    pair(10, noise(16, 9)),
  );
  const response = [
    ...noise(16, 8),
    1,
    1,
    ...u16(0),
    ...u32(0),
    ...fileTime(server.time),
    ...noise(8, 10),
    ...u32(0),
    ...pairs,
    ...u32(0),
  ];
  const { fields, payload } = layout(88, [
    new Array<number>(24).fill(0),
    response,
    utf16(client.domain),
    utf16(client.user),
    utf16(client.workstation),
    noise(16, 11),
  ]);
  return [
    ...head(3),
    ...fields.flat(),
    ...u32(0xe2888215),
    ...version(build),
    ...noise(16, 12),
    ...payload,
  ];
}
