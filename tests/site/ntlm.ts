/** An NTLM AUTHENTICATE message with any names, for pastes that try to become markup. */

const HEADER_BYTES = 64;
const UNICODE = 0x00000001;

/** Base64 of the message (MS-NLMP 2.2.1.3), with empty responses. */
export function ntlmAuthenticate(domain: string, user: string): string {
  const names = ['', '', domain, user, 'PC1', ''].map((name) => Buffer.from(name, 'utf16le'));
  const head = Buffer.alloc(HEADER_BYTES);
  head.write('NTLMSSP\0', 'latin1');
  head.writeUInt32LE(3, 8);
  head.writeUInt32LE(UNICODE, 60);
  let offset = HEADER_BYTES;
  names.forEach((name, index) => {
    const place = 12 + 8 * index;
    head.writeUInt16LE(name.length, place);
    head.writeUInt16LE(name.length, place + 2);
    head.writeUInt32LE(offset, place + 4);
    offset += name.length;
  });
  return Buffer.concat([head, ...names]).toString('base64');
}
