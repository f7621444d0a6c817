import assert from 'node:assert/strict';
import test from 'node:test';
import { typeOf } from '../../../../../src/core/binary/asn1/tag-names.ts';
import {
  readElement,
  type Element,
  type NoElement,
} from '../../../../../src/core/binary/asn1/tlv.ts';

/** Tag number, where its contents start and end. */
type Outcome = NoElement | [number: number, content: number, end: number, overlong: boolean];

const ROWS: [name: string, bytes: number[], limit: number, outcome: Outcome][] = [
  ['short form', [0x30, 3, 1, 2, 3], 5, [16, 2, 5, false]],
  ['long form', [0x04, 0x81, 2, 9, 9], 5, [4, 3, 5, false]],
  ['long form, three octets', [0x04, 0x83, 0, 1, 0], 300, [4, 5, 261, false]],
  ['contents that are not there yet', [0x30, 0x82, 0x0b, 0x70], Infinity, [16, 4, 2932, false]],
  ['a high tag number', [0x7f, 0x81, 0x01, 1, 0], 5, [129, 4, 5, false]],
  ['indefinite length', [0x30, 0x80, 5, 0, 0, 0], 6, [16, 2, 6, false]],
  ['longer than what it stands in', [0x30, 9, 1, 2], 4, [16, 2, 4, true]],
  ['nothing', [], Infinity, 'cut'],
  ['a tag alone', [0x30], Infinity, 'cut'],
  ['half a length', [0x30, 0x82, 0x0b], Infinity, 'cut'],
  ['half a tag number', [0x7f, 0x81], Infinity, 'cut'],
  ['a header that does not fit', [0x30, 0x82, 0x0b], 3, 'damaged'],
  ['a length of five octets', [0x30, 0x85, 0, 0, 0, 0, 1], 99, 'damaged'],
  ['a length of 127 octets', [0x30, 0xff], 99, 'damaged'],
  ['a tag number without end', [0x1f, 0xff, 0xff, 0xff, 0xff, 1, 0], 99, 'damaged'],
];

const outcomeOf = (element: Element | NoElement): Outcome =>
  typeof element === 'string'
    ? element
    : [element.number, element.content, element.end, element.overlong];

for (const [name, bytes, limit, outcome] of ROWS) {
  test(name, () => {
    assert.deepEqual(outcomeOf(readElement(Uint8Array.from(bytes), 0, limit)), outcome);
  });
}

const TYPES: [tag: number, number: number, name: string][] = [
  [0x30, 16, 'SEQUENCE'],
  [0x02, 2, 'INTEGER'],
  [0x1b, 27, 'GeneralString'],
  [0x60, 0, '[APPLICATION 0]'],
  [0xa3, 3, '[3]'],
  [0xdf, 99, '[PRIVATE 99]'],
  [0x1f, 99, 'UNIVERSAL 99'],
];

for (const [tag, number, name] of TYPES) {
  test(`${name} by its tag`, () => {
    assert.equal(typeOf({ tag, number }), name);
  });
}
