/**
 * The product reads ASN.1 with asn1js; the oracle beside this file reads it without. Both must agree
 * at every byte of every fixture, of its prefixes and of mutants, and on random contents.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bitsOf, integerOf, oidOf } from '../../../../../../src/core/binary/asn1/primitives.ts';
import { readElement } from '../../../../../../src/core/binary/asn1/tlv.ts';
import { bytesOf, FIXTURES } from '../../../../../../src/core/evidence/token/testing/fixtures.ts';
import { ownBits, ownInteger, ownOid } from './own-primitives.ts';
import { ownElement } from './own-tlv.ts';

/**
 * Every difference there is, by why it is there. The own reader calls a header damaged when exactly
 * one byte of the element around it is missing: it had counted the missing byte as read.
 */
const DIFFERENCES: [why: string, bytes: number[], limit: number][] = [
  ['a tag without its length, one byte missing', [0x30], 2],
  ['half a length, one byte missing', [0x30, 0x82, 0x0b], 4],
  ['half a tag number, one byte missing', [0x7f, 0x81], 3],
];

/** True where the difference above makes the own reader say damaged. */
const misjudged = (bytes: Uint8Array, limit: number) => limit === bytes.length + 1;

const TOKENS = FIXTURES.map(({ name, base64 }) => ({ name, bytes: bytesOf(base64) }));

/** Compares header and, as each type, contents of the element at every byte, with several limits. */
function compareAt(bytes: Uint8Array, start: number, limit: number): void {
  const element = readElement(bytes, start, limit);
  const own = ownElement(bytes, start, limit);
  const expected = own === 'damaged' && element === 'cut' && misjudged(bytes, limit) ? 'cut' : own;
  assert.deepEqual(element, expected, `byte ${start}, limit ${limit}`);
  if (typeof element === 'string' || element.end > bytes.length) return;
  compareContents(bytes, element.content, element.end);
}

function compareContents(bytes: Uint8Array, start: number, end: number): void {
  assert.equal(oidOf(bytes, start, end), ownOid(bytes, start, end), 'OBJECT IDENTIFIER');
  assert.equal(integerOf(bytes, start, end), ownInteger(bytes, start, end), 'INTEGER');
  assert.equal(bitsOf(bytes, start, end), ownBits(bytes, start, end), 'BIT STRING');
}

for (const { name, bytes } of TOKENS) {
  test(`every byte of ${name}, whole, cut and bounded`, () => {
    for (let start = 0; start < bytes.length; start++) {
      for (const limit of [Infinity, bytes.length, start + 1, start + 3, start + 40]) {
        compareAt(bytes, start, limit);
        // A prefix that ends in the header or soon after it.
        compareAt(bytes.subarray(0, start + 1 + (start % 7)), start, limit);
      }
    }
  });
}

test('mutants of the fixtures', () => {
  const mutant = fc.tuple(
    fc.constantFrom(...TOKENS.map(({ bytes }) => bytes)),
    fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.nat(4000),
  );
  fc.assert(
    fc.property(mutant, ([token, changes, place]) => {
      const bytes = Uint8Array.from(token);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      const start = place % bytes.length;
      compareAt(bytes, start, Infinity);
      compareAt(bytes, start, bytes.length);
      for (const [at] of changes) compareAt(bytes, at % bytes.length, Infinity);
    }),
    { numRuns: 6000 },
  );
});

test('headers of random octets', () => {
  const high = fc.constantFrom(0x1f, 0x3f, 0x7f, 0x80, 0x81, 0x84, 0x85, 0x88, 0x89, 0xff);
  const octets = fc.array(fc.oneof(high, fc.integer({ min: 0, max: 255 })), { maxLength: 14 });
  fc.assert(
    fc.property(octets, fc.nat(20), (octets, limit) => {
      const bytes = Uint8Array.from(octets);
      compareAt(bytes, 0, limit);
      compareAt(bytes, 0, Infinity);
    }),
    { numRuns: 20_000 },
  );
});

test('contents of random octets, up to more than the limit', () => {
  const octets = fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.uint8Array({ maxLength: 70 }));
  fc.assert(
    fc.property(octets, (bytes) => {
      compareContents(bytes, 0, bytes.length);
    }),
    { numRuns: 20_000 },
  );
});

for (const [why, bytes, limit] of DIFFERENCES) {
  test(`they differ: ${why}`, () => {
    assert.equal(ownElement(Uint8Array.from(bytes), 0, limit), 'damaged');
    assert.equal(readElement(Uint8Array.from(bytes), 0, limit), 'cut');
  });
}
