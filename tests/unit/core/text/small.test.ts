/** The small readers under all others: escapes, little-endian numbers, regions, source. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { unescapeAt } from '../../../../src/core/text/escapes.ts';
import { fileTime, guid, uint16, uint32 } from '../../../../src/core/binary/little-endian.ts';
import { readRegions } from '../../../../src/core/binary/regions.ts';
import { addGroup, addLeaf, openSource, previewHex } from '../../../../src/core/binary/source.ts';
import type { Field } from '../../../../src/core/contract/decoded.ts';

const source = (bytes: Iterable<number>) =>
  openSource(Uint8Array.from(bytes), (start, end) => ({ start, end }));

const ESCAPES: [text: string, code: number, width: number][] = [
  ['A', 0x41, 1],
  ['%2B', 0x2b, 3],
  ['%zz', 0x25, 1],
  ['%2', 0x25, 1],
  ['\\u002b', 0x2b, 6],
  ['\\u00', 0x5c, 1],
  ['\\n', 0x0a, 2],
  ['\\/', 0x2f, 2],
  ['\\x', 0x5c, 1],
  ['\\x2b', 0x2b, 4],
  ['&#43;', 0x2b, 5],
  ['&#x2F;', 0x2f, 6],
  ['&equals;', 0x3d, 8],
  ['&amp;', 0x26, 1],
  ['=2B', 0x2b, 3],
  ['=3D', 0x3d, 3],
  ['=41', 0x3d, 1],
];

for (const [text, code, width] of ESCAPES) {
  test(`${text} is one character`, () => {
    assert.deepEqual(unescapeAt(text, 0), { code, width });
  });
}

test('little-endian numbers', () => {
  const bytes = Uint8Array.from([1, 2, 3, 0xff]);
  assert.equal(uint16(bytes, 0), 0x0201);
  assert.equal(uint32(bytes, 0), 0xff030201);
  assert.equal(uint16(bytes, 3), undefined);
  assert.equal(uint32(bytes, 1), undefined);
});

const TIMES: [hex: string, iso: string | undefined][] = [
  ['0000000000000000', '1601-01-01T00:00:00Z'],
  ['00803ed5deb19d01', '1970-01-01T00:00:00Z'],
  ['c0c80695e5ffd501', '2020-03-22T01:02:39.014112Z'],
  ['ffffffffffffffff', '+060056-05-28T05:36:10.955161Z'],
  ['01', undefined],
];

for (const [hex, iso] of TIMES) {
  test(`FILETIME ${hex}`, () => {
    const time = fileTime(Buffer.from(hex, 'hex'), 0);
    assert.equal(time, iso);
  });
}

test('a GUID in its mixed order', () => {
  const bytes = Buffer.from('5c33530deaf90d4db2ec4ae3786ec308', 'hex');
  assert.equal(guid(bytes, 0), '0d53335c-f9ea-4d0d-b2ec-4ae3786ec308');
  assert.equal(guid(bytes, 1), undefined);
});

const PREVIEWS: [name: string, present: number, end: number, shown: string][] = [
  ['all of it', 4, 4, '00010203'],
  ['sixteen bytes', 16, 16, '000102030405060708090a0b0c0d0e0f'],
  ['more than sixteen', 40, 40, '000102030405060708090a0b0c0d0e0f… (40 bytes)'],
  ['announced and partly there', 20, 2000, '000102030405060708090a0b0c0d0e0f… (2,000 bytes)'],
  ['announced and hardly there', 3, 2000, '000102'],
  ['of no known length', 40, Infinity, '000102030405060708090a0b0c0d0e0f'],
];

for (const [name, present, end, shown] of PREVIEWS) {
  test(`a preview of ${name}`, () => {
    const bytes = Uint8Array.from({ length: present }, (_, index) => index);
    assert.equal(previewHex(bytes, 0, end), shown);
  });
}

test('a leaf that ends behind the bytes is cut, one that starts behind them is none', () => {
  const out: Field[] = [];
  const four = source([1, 2, 3, 4]);
  addLeaf(four, out, 'here', 0, 2);
  addLeaf(four, out, 'half', 2, 9);
  addLeaf(four, out, 'gone', 9, 12);
  assert.deepEqual(
    out.map(({ name, bytes, cut }) => [name, bytes?.end, cut]),
    [
      ['here', 2, undefined],
      ['half', 4, true],
    ],
  );
});

test('a group covers its children, is cut with them, and is left out without any', () => {
  const out: Field[] = [];
  const two = source([1, 2]);
  addGroup(two, out, 'full', 0, (children) => {
    addLeaf(two, children, 'a', 0, 2);
  });
  addGroup(two, out, 'cut', 2, (children) => {
    addLeaf(two, children, 'b', 2, 2);
    return 5;
  });
  addGroup(two, out, 'empty', 2, () => undefined);
  assert.deepEqual(
    out.map(({ name, bytes, cut }) => [name, bytes, cut]),
    [
      ['full', { start: 0, end: 2 }, undefined],
      ['cut', { start: 2, end: 2 }, true],
    ],
  );
});

test('regions in any order, with gaps, on top of each other: each byte once', () => {
  const region = fc.record({ start: fc.nat(60), size: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(region, { maxLength: 8 }), fc.nat(70), (regions, length) => {
      const bytes = source(new Array<number>(length).fill(7));
      const out: Field[] = [];
      let read = 0;
      const reached = readRegions(
        bytes,
        out,
        10,
        regions.map(({ start, size }) => ({
          start,
          end: start + size,
          read: (fields) => {
            read++;
            addLeaf(bytes, fields, 'region', start, start + size);
          },
        })),
      );
      let at = 10;
      for (const field of out) {
        assert.equal(field.bytes?.start, at);
        at = field.bytes.end;
      }
      assert.ok(at <= Math.max(10, length) && reached >= 10);
      assert.equal(read, regions.filter(({ size }) => size > 0).length);
    }),
  );
});
