/** Decimal bytes, string literals and arrays with comments. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findDecimalRuns } from '../../../../src/core/text/decimal-runs.ts';
import { findEscapedBytes } from '../../../../src/core/text/escaped-bytes.ts';
import { findHexRuns } from '../../../../src/core/text/hex-runs.ts';
import { decodeHex, toHex } from '../../../../src/core/text/hex.ts';
import type { MappedBytes } from '../../../../src/core/text/mapped.ts';

type Row = [name: string, text: string, hex: string[]];

function rows(kind: string, find: (text: string) => MappedBytes[], list: Row[]): void {
  for (const [name, text, hex] of list) {
    test(`${kind}: ${name}`, () => {
      assert.deepEqual(
        find(text).map(({ bytes }) => toHex(bytes)),
        hex,
      );
    });
  }
}

rows('decimal', findDecimalRuns, [
  ['commas', '96,130,11,112,6,6,43,6,1', ['60820b7006062b0601']],
  ['one a line', '96\r\n130\r\n11\r\n112\r\n6\r\n6\r\n43\r\n6\r\n1\r\n', ['60820b7006062b0601']],
  ['Java, signed', '{96, -126, 11, 112, 6, 6, 43, 6, 1}', ['60820b7006062b0601']],
  ['Rust', '[96u8, 130, 11, 112, 6, 6, 43, 6, 1]', ['60820b7006062b0601']],
  ['comments', '96, /* 0x60 */ 130, 11, 112, // 4\n6, 6, 43, 6, 1', ['60820b7006062b0601']],
  ['too few', '96,130,11,112,6,6,43,6', []],
  ['a number too large', '96,130,11,112,600,6,43,6,1', []],
  ['addresses and versions', '10.0.0.1 1.2.3 10.0.0.2', []],
]);

const hexArrays = (text: string) => findHexRuns(text).map((span) => decodeHex(text, span));
rows('hex', hexArrays, [
  ['comments', '0x60, /* add */ 0x82, 0x0b, 0x70, // fade\n6,', []],
  [
    'comments between whole rows',
    '0x60, 0x82, /* be bad */\n0x0b, 0x70, 0x06, 0x06, // dead beef\n0x2b, 0x06, 0x01',
    ['60820b7006062b0601'],
  ],
  ['Rust', '0x60u8, 0x82u8, 0x0bu8, 0x70, 0x06, 0x06, 0x2b, 0x06, 0x01', ['60820b7006062b0601']],
]);

rows('literal', findEscapedBytes, [
  ['Python', "b'`\\x82\\x0bp\\x06\\x06+\\x06\\x01'", ['60820b7006062b0601']],
  ['Python, its escapes', 'b"\\x60\\t\\n\\r\\\\\\"\\\'ab"', ['60090a0d5c22276162']],
  ['C, octal', '"NTLMSSP\\0\\x01\\0"', ['4e544c4d535350000100']],
  ['JSON', '"NTLMSSP\\u0000\\u0001"', ['4e544c4d5353500001']],
  [
    'several lines',
    '"\\x60\\x82\\x0b\\x70" \\\n"\\x06\\x06\\x2b\\x06\\x01"',
    ['60820b7006062b0601'],
  ],
  ['not closed', '"\\x60\\x82\\x0b\\x70\\x06\\x06\\x2b\\x06\\x01', ['60820b7006062b0601']],
  ['no quotes', '\\x60\\x82\\x0b\\x70\\x06\\x06\\x2b\\x06\\x01', []],
  ['too short', '"\\x60\\x82"', []],
]);

test('each byte points at the characters that spell it', () => {
  const [literal] = findEscapedBytes("b'`\\x82\\x0bp\\x06\\x06+\\x06\\x01'");
  assert.deepEqual(literal?.at(0, 2), { start: 2, end: 7 });
  assert.deepEqual(literal.span, { start: 2, end: 29 });
  const [decimal] = findDecimalRuns('x 96,130,11,112,6,6,43,6,1');
  assert.deepEqual(decimal?.at(1, 3), { start: 5, end: 11 });
  assert.deepEqual(decimal.at(9, 9), { start: 26, end: 26 });
});

test('any text is searched without an exception, and spans lie inside of it', () => {
  const piece = fc.oneof(
    fc.constantFrom('"', "'", '\\x60', '\\u00', '96, ', '0x60, ', '/*', '*/', '//', '\n', '\\'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      for (const { bytes, at, span } of [...findDecimalRuns(text), ...findEscapedBytes(text)]) {
        assert.ok(0 <= span.start && span.end <= text.length);
        for (let index = 0; index < bytes.length; index++) {
          const { start, end } = at(index, index + 1);
          assert.ok(span.start <= start && start < end && end <= span.end);
        }
      }
    }),
  );
});
