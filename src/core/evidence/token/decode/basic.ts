/**
 * Basic credentials (RFC 7617): `user-id:password`. The password is a secret, so nothing of it is
 * kept: neither its text nor the characters that spell it, only how many bytes it has.
 */
import type { MappedBytes } from '../../../text/mapped.ts';
import type { Field, Token } from '../../../contract/decoded.ts';
import type { DecodedToken } from './decode.ts';

const COLON = 0x3a;

/** UTF-8 when it is valid, else Windows 1252: RFC 7617 leaves the character set open. */
function userText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Fields of credentials without a colon: an API key, or a password alone; nothing of it is shown. */
function masked({ bytes, at }: MappedBytes): Token {
  const hidden = at(0, 0);
  const whole = { start: 0, end: bytes.length };
  const meaning = 'Hidden here: without a colon it is no user name and password, but may be a key.';
  return {
    bytes: bytes.length,
    complete: true,
    layers: ['Basic'],
    at: hidden,
    fields: [{ name: 'credentials', meaning, at: hidden, bytes: whole }],
  };
}

/** The token without header and scheme; its span ends where the user name does. */
export function readBasic(written: MappedBytes): DecodedToken {
  const { bytes, at } = written;
  const colon = bytes.indexOf(COLON);
  if (colon < 0) {
    const message =
      'These Basic credentials have no colon between user name and password (RFC 7617 2), so they are hidden as a whole.';
    return { token: masked(written), problems: [{ message, at: at(0, 0) }] };
  }
  const user = userText(bytes.subarray(0, colon));
  const name = at(0, colon);
  const hidden = { start: name.end, end: name.end };
  const isEmpty = colon === bytes.length - 1;
  const fields: Field[] = [
    { name: 'user-id', value: user, at: name, bytes: { start: 0, end: colon } },
    { name: 'separator', value: ':', at: hidden, bytes: { start: colon, end: colon + 1 } },
    {
      name: 'password',
      meaning: isEmpty ? 'Empty.' : 'Hidden here. Anyone who sees the header can read it.',
      at: hidden,
      bytes: { start: colon + 1, end: bytes.length },
    },
  ];
  const token: Token = {
    bytes: bytes.length,
    complete: true,
    layers: ['Basic'],
    at: name,
    fields,
    basic: { user },
  };
  const message = 'The password in these Basic credentials is empty.';
  return { token, problems: isEmpty ? [{ message, at: hidden }] : [] };
}
