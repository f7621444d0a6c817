/** First bytes of a recording of packets: pcap in both byte orders and resolutions, or pcapng. */
const MAGICS = [0xa1b2c3d4, 0xd4c3b2a1, 0xa1b23c4d, 0x4d3cb2a1, 0x0a0d0d0a];

/** Is this the beginning of one? */
export function isCapture(head: Uint8Array): boolean {
  if (head.length < 8) return false;
  return MAGICS.includes(new DataView(head.buffer, head.byteOffset, 4).getUint32(0));
}
