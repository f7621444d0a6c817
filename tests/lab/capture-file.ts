/**
 * Writes recorded turns as a capture file, as if they had been seen between ports 50000 and 80:
 * one packet a turn, both directions of one TCP connection, so that a dissector which needs the
 * request to read the answer has it.
 */
import type { Turn } from './recorder.ts';

const CLIENT = { address: [10, 0, 0, 1], port: 50_000 } as const;
const SERVER = { address: [10, 0, 0, 2], port: 80 } as const;
/** LINKTYPE_RAW: packets begin with the IP header. */
const RAW_IP = 101;
const HEADERS = 40;
const LONGEST_PACKET = 0xffff;

/** Packet number n of the file, counted from 1, is turn n. */
export function captureFile(turns: readonly Turn[]): Buffer {
  const sent = { client: 1, server: 1 };
  const packets = turns.map(({ from, bytes }, index) => {
    const to = from === 'client' ? 'server' : 'client';
    const packet = packetOf(from, bytes, sent[from], sent[to]);
    sent[from] += packet.length - HEADERS;
    const head = Buffer.alloc(16);
    head.writeUInt32LE(index, 0);
    head.writeUInt32LE(packet.length, 8);
    head.writeUInt32LE(packet.length, 12);
    return Buffer.concat([head, packet]);
  });
  const file = Buffer.alloc(24);
  file.writeUInt32LE(0xa1b2c3d4, 0);
  file.writeUInt16LE(2, 4);
  file.writeUInt16LE(4, 6);
  file.writeUInt32LE(LONGEST_PACKET, 16);
  file.writeUInt32LE(RAW_IP, 20);
  return Buffer.concat([file, ...packets]);
}

function packetOf(from: Turn['from'], payload: Buffer, sequence: number, acknowledged: number) {
  const [source, target] = from === 'client' ? [CLIENT, SERVER] : [SERVER, CLIENT];
  const body = payload.subarray(0, LONGEST_PACKET - HEADERS);
  const headers = Buffer.alloc(HEADERS);
  // IPv4, 5 words; no checksums: tshark does not ask for them.
  headers.writeUInt8(0x45, 0);
  headers.writeUInt16BE(HEADERS + body.length, 2);
  headers.writeUInt8(64, 8);
  headers.writeUInt8(6, 9);
  headers.set(source.address, 12);
  headers.set(target.address, 16);
  headers.writeUInt16BE(source.port, 20);
  headers.writeUInt16BE(target.port, 22);
  headers.writeUInt32BE(sequence, 24);
  headers.writeUInt32BE(acknowledged, 28);
  // TCP, 5 words, PSH and ACK.
  headers.writeUInt16BE(0x5018, 32);
  headers.writeUInt16BE(0xffff, 34);
  return Buffer.concat([headers, body]);
}
