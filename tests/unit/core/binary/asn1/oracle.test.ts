/** asn1js, which the page does not load, as a second opinion on the contents of primitive elements. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { BitString, fromBER, Integer, ObjectIdentifier } from 'asn1js';
import fc from 'fast-check';
import { bitsOf, integerOf, oidOf } from '../../../../../src/core/binary/asn1/primitives.ts';
import { readElement } from '../../../../../src/core/binary/asn1/tlv.ts';
import { bytesOf, FIXTURES } from '../../../../../src/core/evidence/token/testing/fixtures.ts';

/** `contents` as a whole element, the way asn1js takes it. */
const whole = (tag: number, contents: Uint8Array) =>
  fromBER(Uint8Array.from([tag, contents.length, ...contents])).result;

test('integers', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (contents) => {
      const theirs = whole(0x02, contents);
      assert.ok(theirs instanceof Integer);
      const ours = integerOf(contents, 0, contents.length);
      assert.equal(String(ours), theirs.toBigInt().toString());
    }),
  );
});

test('object identifiers', () => {
  const arc = fc.oneof(fc.nat(127), fc.nat(1_000_000));
  const dotted = fc
    .tuple(fc.constantFrom(0, 1, 2), fc.nat(39), fc.array(arc, { minLength: 1, maxLength: 8 }))
    .map(([first, second, more]) => [first, second, ...more].join('.'));
  fc.assert(
    fc.property(dotted, (value) => {
      const encoded = new Uint8Array(new ObjectIdentifier({ value }).toBER());
      assert.equal(oidOf(encoded, 2, encoded.length), value);
    }),
  );
});

test('bit strings', () => {
  const contents = fc
    .tuple(fc.nat(7), fc.uint8Array({ minLength: 1, maxLength: 6 }))
    .map(([unused, bits]) => Uint8Array.from([unused, ...bits]));
  fc.assert(
    fc.property(contents, (octets) => {
      const theirs = whole(0x03, octets);
      assert.ok(theirs instanceof BitString);
      const padded = Uint8Array.from([...theirs.valueBlock.valueHexView, 0, 0, 0, 0]);
      const first = new DataView(padded.buffer).getUint32(0);
      assert.equal(bitsOf(octets, 0, octets.length), first);
    }),
  );
});

test('the outer length of every token that asn1js reads', () => {
  let compared = 0;
  for (const { name, base64 } of FIXTURES) {
    const bytes = bytesOf(base64);
    const { offset, result } = fromBER(bytes);
    if (offset < 0) continue;
    const ours = readElement(bytes, 0, bytes.length);
    assert.ok(typeof ours !== 'string', name);
    assert.equal(ours.content, result.idBlock.blockLength + result.lenBlock.blockLength, name);
    assert.equal(ours.end, offset, name);
    compared++;
  }
  assert.ok(compared > 40, `${compared} tokens compared`);
});
