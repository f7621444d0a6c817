/**
 * Basic credentials (RFC 7617): `user-id:password`. The password is a secret, so nothing of it is
 * kept: neither its text nor the characters that spell it, only how many bytes it has.
 */
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Field, Token } from '../../../contract/decoded.ts';

const COLON = 0x3a;

/** UTF-8 when it is valid, else Windows 1252: RFC 7617 leaves the character set open. */
function userText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The token without header and scheme; its span ends where the user name does. */
export function readBasic({ bytes, at }: MappedBytes): Token {
  const colon = bytes.indexOf(COLON);
  const end = colon < 0 ? bytes.length : colon;
  const user = userText(bytes.subarray(0, end));
  const name = at(0, end);
  const fields: Field[] = [{ name: 'user-id', value: user, at: name, bytes: { start: 0, end } }];
  if (colon >= 0) {
    const hidden = { start: name.end, end: name.end };
    fields.push({ name: 'separator', value: ':', at: hidden, bytes: { start: end, end: end + 1 } });
    fields.push({
      name: 'password',
      meaning: 'Hidden here. Whoever sees the header can read it.',
      at: hidden,
      bytes: { start: end + 1, end: bytes.length },
    });
  }
  return {
    bytes: bytes.length,
    complete: colon >= 0,
    layers: ['Basic'],
    at: name,
    fields,
    basic: { user },
  };
}
