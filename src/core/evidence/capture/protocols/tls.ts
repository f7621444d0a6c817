/** The name that a client asks for when it begins TLS (RFC 8446 4.1.2, RFC 6066 3). */
const LATIN_1 = new TextDecoder('latin1');
const u16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** True for the first bytes of a client that begins TLS. */
export function isClientHello(bytes: Uint8Array): boolean {
  return bytes[0] === 0x16 && bytes[1] === 3 && bytes[5] === 1;
}

/** The server's name in it, if there is one. */
export function serverName(bytes: Uint8Array): string | undefined {
  // Record, handshake, version, random.
  let at = 5 + 4 + 2 + 32;
  at += 1 + (bytes[at] ?? 0);
  at += 2 + u16(bytes, at);
  at += 1 + (bytes[at] ?? 0);
  const end = Math.min(bytes.length, at + 2 + u16(bytes, at));
  for (at += 2; at + 4 <= end;) {
    const [type, length] = [u16(bytes, at), u16(bytes, at + 2)];
    if (type === 0 && length > 5) {
      return LATIN_1.decode(bytes.subarray(at + 9, Math.min(end, at + 9 + u16(bytes, at + 7))));
    }
    at += 4 + length;
  }
  return undefined;
}
