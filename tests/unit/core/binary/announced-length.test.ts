/** The length a message announces is that which the decoder finds. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { announcedLength } from '../../../../src/core/binary/announced-length.ts';
import {
  bytesOf,
  decodeBytes,
  FIXTURES,
} from '../../../../src/core/evidence/token/testing/fixtures.ts';

test('of every public token that tells both, they are the same', () => {
  let compared = 0;
  for (const { name, base64 } of FIXTURES) {
    const bytes = bytesOf(base64);
    const announced = announcedLength(bytes.subarray(0, 64));
    const { expectedBytes } = decodeBytes(bytes).token;
    if (announced === undefined || expectedBytes === undefined) continue;
    // A bare type 1 or an old type 2 or 3 ends before the header that is usual today.
    if (bytes[0] === 0x4e && announced > bytes.length) continue;
    assert.equal(announced, expectedBytes, name);
    compared++;
  }
  assert.ok(compared > 60, `${compared} compared`);
});

const ROWS: [name: string, bytes: number[], length: number | undefined][] = [
  ['short form', [0xa1, 7], 9],
  ['long form', [0x60, 0x82, 0x0b, 0x70], 2932],
  ['half a length', [0x60, 0x82, 0x0b], undefined],
  ['indefinite', [0x30, 0x80], undefined],
  ['over TCP', [0, 0, 0, 11, 0x6a, 9], 15],
  ['NTLMSSP alone', [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0, 3, 0, 0, 0], undefined],
  ['longer than any token', [0x60, 0x83, 0xff, 0xff, 0xff], undefined],
  ['no message', [0x89, 0x50], undefined],
  ['nothing', [], undefined],
];

for (const [name, bytes, length] of ROWS) {
  test(`announced: ${name}`, () => {
    assert.equal(announcedLength(Uint8Array.from(bytes)), length);
  });
}
