/**
 * The packets of a file: pcap (draft-ietf-opsawg-pcap) and pcapng (draft-ietf-opsawg-pcapng), in both
 * byte orders, with any resolution of time and several interfaces. A file that is cut gives the
 * packets before the cut.
 */
export interface Packet {
  /** From 1, as every program counts them. */
  readonly number: number;
  /** Milliseconds since 1970; absent where the block has no time. */
  readonly time?: number;
  /** LINKTYPE_ value of its interface. */
  readonly link: number;
  readonly data: Uint8Array;
}

export interface Container {
  readonly format: 'pcap' | 'pcapng';
  readonly packets: readonly Packet[];
  /** True where the file ends inside a packet, or goes on with what is none. */
  readonly isCut: boolean;
}

interface Interface {
  readonly link: number;
  /** Units of time in a second. */
  readonly units: number;
}

const SECTION = 0x0a0d0d0a;
const PACKET_HEADER = 16;
const FILE_HEADER = 24;
/** Bytes of the largest frame that any interface has; a greater length is damage. */
const LARGEST = 1024 * 1024;

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads all packets; never throws. */
export function readContainer(bytes: Uint8Array): Container {
  const isPcapng = bytes.length >= 12 && viewOf(bytes).getUint32(0) === SECTION;
  return isPcapng ? readPcapng(bytes) : readPcap(bytes);
}

function readPcap(bytes: Uint8Array): Container {
  const packets: Packet[] = [];
  if (bytes.length < FILE_HEADER) return { format: 'pcap', packets, isCut: true };
  const view = viewOf(bytes);
  const isLittle = view.getUint8(0) > 0xa1 || view.getUint8(0) === 0x4d;
  const isNano = [view.getUint8(1), view.getUint8(2)].includes(0x3c);
  const link = view.getUint32(20, isLittle) & 0xffff;
  let at = FILE_HEADER;
  while (at + PACKET_HEADER <= bytes.length) {
    const length = view.getUint32(at + 8, isLittle);
    const end = at + PACKET_HEADER + length;
    if (length > LARGEST || end > bytes.length) break;
    const fraction = view.getUint32(at + 4, isLittle) / (isNano ? 1e6 : 1e3);
    packets.push({
      number: packets.length + 1,
      time: view.getUint32(at, isLittle) * 1000 + fraction,
      link,
      data: bytes.subarray(at + PACKET_HEADER, end),
    });
    at = end;
  }
  return { format: 'pcap', packets, isCut: at < bytes.length };
}

function readPcapng(bytes: Uint8Array): Container {
  const view = viewOf(bytes);
  const packets: Packet[] = [];
  let interfaces: Interface[] = [];
  let isLittle = true;
  let at = 0;
  while (at + 12 <= bytes.length) {
    const isSection = view.getUint32(at) === SECTION;
    if (isSection) {
      isLittle = view.getUint8(at + 8) === 0x4d;
      interfaces = [];
    }
    const length = view.getUint32(at + 4, isLittle);
    const end = at + length;
    if (length < 12 || length % 4 !== 0 || end > bytes.length) break;
    const type = view.getUint32(at, isLittle);
    const body = { bytes, view, isLittle, start: at + 8, end: end - 4 };
    if (!isSection && type === 1) interfaces.push(interfaceIn(body));
    const packet = isSection ? undefined : packetIn(type, body, interfaces, packets.length + 1);
    if (packet) packets.push(packet);
    at = end;
  }
  return { format: 'pcapng', packets, isCut: at < bytes.length };
}

interface Body {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly isLittle: boolean;
  readonly start: number;
  readonly end: number;
}

function interfaceIn({ view, isLittle, start, end }: Body): Interface {
  let units = 1e6;
  if (start + 8 > end) return { link: -1, units };
  for (let at = start + 8; at + 5 <= end;) {
    const [code, length] = [view.getUint16(at, isLittle), view.getUint16(at + 2, isLittle)];
    if (code === 0) break;
    // if_tsresol: a power of ten, or of two with the highest bit set.
    if (code === 9) {
      const value = view.getUint8(at + 4);
      units = value & 0x80 ? 2 ** (value & 0x7f) : 10 ** value;
    }
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return { link: view.getUint16(start, isLittle), units };
}

/** Enhanced, simple and obsolete packet blocks. */
function packetIn(
  type: number,
  { bytes, view, isLittle, start, end }: Body,
  interfaces: readonly Interface[],
  number: number,
): Packet | undefined {
  if (type === 3 && start + 4 <= end) {
    const length = Math.min(view.getUint32(start, isLittle), end - start - 4);
    const link = interfaces[0]?.link ?? -1;
    return { number, link, data: bytes.subarray(start + 4, start + 4 + length) };
  }
  if ((type !== 6 && type !== 2) || start + 20 > end) return undefined;
  const index = type === 6 ? view.getUint32(start, isLittle) : view.getUint16(start, isLittle);
  const found = interfaces[index];
  const stamp = view.getUint32(start + 4, isLittle) * 2 ** 32 + view.getUint32(start + 8, isLittle);
  const length = Math.min(view.getUint32(start + 12, isLittle), end - start - 20);
  return {
    number,
    link: found?.link ?? -1,
    ...(found && { time: (stamp / found.units) * 1000 }),
    data: bytes.subarray(start + 20, start + 20 + length),
  };
}
