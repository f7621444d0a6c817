/** What begins like a token, and what does not. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { occupiedBy } from '../../../text/occupied.ts';
import { findInside, likeness, type Likeness } from './signature.ts';
import { wantedDigits } from '../../../binary/announced-length.ts';
import { overlaps } from '../../../facts/span.ts';
import { base64 } from '../testing/build/der.ts';
import {
  framedApReq,
  negTokenInit,
  negTokenResp,
  WINDOWS_LIST,
} from '../testing/build/kerberos.ts';
import { bytesOf, FIXTURES } from '../testing/fixtures.ts';
import { KERBEROS_BYTES } from '../testing/paste.ts';

const ROWS: [name: string, hex: string, likeness: Likeness | undefined][] = [
  ['NTLMSSP', '4e544c4d53535000', 'certain'],
  ['half of NTLMSSP', '4e544c4d', 'possible'],
  ['N and T', '4e54', undefined],
  ['NEGOEXTS', '4e45474f45585453', 'certain'],
  ['a GSS frame', '60820b7006062b0601050502', 'certain'],
  ['a GSS frame, cut in its length', '60820b70', 'possible'],
  ['a GSS frame with another thing inside', '60050401020304', undefined],
  ['NegTokenResp', 'a1073005a0030a0102', 'certain'],
  ['NegTokenResp, cut', 'a1073005', 'possible'],
  ['[1] with an integer', 'a103020105', undefined],
  ['NegTokenInit without a frame', 'a00e300ca00a300806062b0601050502', 'certain'],
  ['AP-REQ', '6e0930070a0003020105'.replace('0a00', 'a0'), 'certain'],
  ['AS-REQ over TCP', '0000000b6a093007a103020105a200', 'certain'],
  ['four zero bytes', '0000000000000000', undefined],
  ['a message without its tag', '300aa003020105a10302010e', 'certain'],
  ['a SEQUENCE of integers', '3006020101020102', undefined],
  ['an IAKERB header', '3009a1070c05436f6e74', 'possible'],
  ['Wrap of RFC 4121', '050406ff0000000000000000000000000102', 'certain'],
  ['MIC of RFC 4121, too short', '040405ff', undefined],
  ['a PNG', '89504e470d0a1a0a', undefined],
  ['nothing', '', undefined],
];

for (const [name, hex, expected] of ROWS) {
  test(name, () => {
    assert.equal(likeness(Buffer.from(hex, 'hex')), expected);
  });
}

test('nearly every public token is certain by its beginning', () => {
  const others = FIXTURES.filter(({ base64: text }) => likeness(bytesOf(text)) !== 'certain');
  assert.deepEqual(
    others.map(({ name }) => name),
    ['gokrb5-MarshaledKpasswd_Rep', 'krb5-asn1-encode-krb5-iakerb-header'],
  );
});

test('random bytes are hardly ever a token', () => {
  const found = fc
    .sample(fc.uint8Array({ minLength: 12, maxLength: 40 }), { numRuns: 5000, seed: 401 })
    .filter((bytes) => likeness(bytes) === 'certain');
  assert.ok(found.length < 5, `${found.length} of 5,000`);
});

test('a token inside longer bytes', () => {
  const before = [0xff, 0x53, 0x4d, 0x42, 0x60, 0x4e, 0x54];
  assert.equal(findInside(Uint8Array.from([...before, ...KERBEROS_BYTES])), before.length);
  assert.equal(
    findInside(Uint8Array.from([...before, ...Buffer.from('NTLMSSP\0\x01')])),
    before.length,
  );
  assert.equal(
    findInside(Uint8Array.from([...before, ...Buffer.from('NEGOEXTS\0')])),
    before.length,
  );
  assert.equal(findInside(Uint8Array.from(before)), -1);
});

test('how many digits a token wants, from its first bytes', () => {
  const long = negTokenInit(
    WINDOWS_LIST,
    framedApReq({ realm: 'CONTOSO.COM', spn: 'HTTP/portal', cipherBytes: 900 }),
  );
  for (const bytes of [negTokenResp({ negState: 2 }), KERBEROS_BYTES, long]) {
    const text = base64(bytes);
    const wanted = wantedDigits(text)(0, text.length);
    assert.equal(wanted, text.replace(/=+$/, '').length);
  }
  assert.equal(wantedDigits('TlRMTVNTUAAB')(0, 12), Infinity);
  assert.equal(wantedDigits('YIIL')(0, 4), Infinity);
});

test('occupied ranges answer like a search through all of them', () => {
  const span = fc
    .tuple(fc.nat(50), fc.nat(10))
    .map(([start, size]) => ({ start, end: start + size + 1 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 10 }), span, (spans, wanted) => {
      assert.equal(
        occupiedBy(spans)(wanted),
        spans.some((other) => overlaps(other, wanted)),
      );
    }),
  );
});
