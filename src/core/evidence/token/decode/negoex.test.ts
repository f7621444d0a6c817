/** NEGOEX messages (MS-NEGOEX 2.2.6), built by hand. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { NegoexMessage } from '../../../contract/decoded.ts';
import { generalString, noise, sequence, utf8, type Bytes } from '../testing/build/der.ts';
import { negTokenInit, NEGOEX, NTLMSSP } from '../testing/build/kerberos.ts';
import { allFields, decodeBytes, fieldOf, gapsIn, valuesOf } from '../testing/fixtures.ts';

const le = (value: number, octets: number): Bytes =>
  Array.from({ length: octets }, (_, index) => Math.floor(value / 256 ** index) % 256);

const PKU2U = [...Buffer.from('5c33530deaf90d4db2ec4ae3786ec308', 'hex')];
const PKU2U_TEXT = '0d53335c-f9ea-4d0d-b2ec-4ae3786ec308';
const CONVERSATION = noise(16, 5);

function message(type: number, sequenceNumber: number, header: Bytes, payload: Bytes): Bytes {
  const headerLength = 40 + header.length;
  return [
    ...utf8('NEGOEXTS'),
    ...le(type, 4),
    ...le(sequenceNumber, 4),
    ...le(headerLength, 4),
    ...le(headerLength + payload.length, 4),
    ...CONVERSATION,
    ...header,
    ...payload,
  ];
}

const nego = message(
  0,
  0,
  [...noise(32, 6), ...le(0, 8), ...le(96, 4), ...le(1, 2), ...le(0, 2), ...le(0, 8)],
  PKU2U,
);
const exchange = (type: number, data: Bytes) =>
  message(type, 1, [...PKU2U, ...le(64, 4), ...le(data.length, 4)], data);
const metadata = exchange(2, sequence(generalString('WELLKNOWN:PKU2U')));
const verify = message(
  6,
  2,
  [...PKU2U, ...le(20, 4), ...le(1, 4), ...le(16, 4), ...le(76, 4), ...le(12, 4)],
  noise(12, 7),
);
const alert = message(7, 3, [...PKU2U, ...le(0xc000000d, 4), ...le(0, 8)], []);

const negoexOf = (bytes: Bytes) => {
  const { token } = decodeBytes(bytes) as unknown as {
    token: { negoex?: { messages: NegoexMessage[] } };
  };
  return token.negoex?.messages ?? [];
};

test('several messages, one after the other', () => {
  const bytes = [...nego, ...metadata, ...verify, ...alert];
  const { token } = decodeBytes(bytes);
  assert.deepEqual(token.layers, ['NEGOEX']);
  assert.equal(token.complete, true);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
  assert.deepEqual(
    negoexOf(bytes).map(({ type, sequence: number }) => [type, number]),
    [
      ['INITIATOR_NEGO', 0],
      ['INITIATOR_META_DATA', 1],
      ['VERIFY', 2],
      ['ALERT', 3],
    ],
  );
});

test('schemes by their GUID, with a hedged name', () => {
  assert.deepEqual(negoexOf(nego)[0]?.authSchemes, [PKU2U_TEXT]);
  const { token } = decodeBytes(nego);
  assert.equal(fieldOf(token, 'AuthScheme')?.value, PKU2U_TEXT);
  assert.match(fieldOf(token, 'AuthScheme')?.meaning ?? '', /PKU2U/);
  assert.equal(fieldOf(token, 'AuthSchemes')?.value, '1 schemes at offset 96');
});

test('metadata that is ASN.1 is opened', () => {
  const { token } = decodeBytes(metadata);
  const data = fieldOf(token, 'ExchangeData');
  assert.deepEqual(valuesOf(data?.children ?? [], 'value'), ['WELLKNOWN:PKU2U']);
});

test('a checksum lies where its pointer says', () => {
  const { token } = decodeBytes(verify);
  const checksum = fieldOf(token, 'Checksum');
  assert.deepEqual(checksum?.bytes, { start: 76, end: 88 });
});

test('inside SPNEGO', () => {
  const { token } = decodeBytes(negTokenInit([NEGOEX, NTLMSSP], [...nego, ...metadata]));
  assert.deepEqual(token.layers, ['GSS', 'SPNEGO NegTokenInit', 'NEGOEX']);
  assert.equal(allFields(token.fields).filter(({ name }) => name === 'NEGOEX message').length, 2);
});

test('a type nobody knows is shown by number', () => {
  const bytes = message(42, 9, noise(24, 1), []);
  assert.equal(negoexOf(bytes)[0]?.type, 'type 42');
  assert.deepEqual(gapsIn(decodeBytes(bytes).token.fields, bytes.length), []);
});

const DAMAGED: [name: string, at: number, octets: Bytes][] = [
  ['a message longer than what there is', 20, le(5000, 4)],
  ['a message shorter than its header', 20, le(3, 4)],
  ['schemes that lie nowhere', 40 + 40, le(0xfffffff0, 4)],
  ['more schemes than fit', 40 + 44, le(0xffff, 2)],
];

for (const [name, at, octets] of DAMAGED) {
  test(`${name}: no exception, and every byte once`, () => {
    const bytes = [...nego, ...metadata];
    bytes.splice(at, octets.length, ...octets);
    assert.deepEqual(gapsIn(decodeBytes(bytes).token.fields, bytes.length), []);
  });
}

test('every prefix covers its bytes', () => {
  const bytes = [...nego, ...metadata, ...verify];
  for (let length = 0; length <= bytes.length; length++) {
    assert.deepEqual(gapsIn(decodeBytes(bytes.slice(0, length)).token.fields, length), []);
  }
});
