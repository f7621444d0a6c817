/** Whatever bytes come: no exception, no byte without its field, no field twice. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bytesOf, decodeBytes, FIXTURES, gapsIn } from '../testing/fixtures.ts';
import { fastest } from '../../../../../tests/unit/cpu-time.ts';

const TOKENS = FIXTURES.map(({ base64 }) => bytesOf(base64));

function holds(bytes: Uint8Array): void {
  const { token } = decodeBytes(bytes);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
  assert.equal(token.bytes, bytes.length);
}

test('random bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), holds), { numRuns: 2000 });
});

test('random bytes behind every beginning that is known', () => {
  const first = fc.constantFrom(
    ...[
      [0x60],
      [0xa0],
      [0xa1],
      [0x30],
      [0x6e],
      [0x7e],
      [0x6a],
      [0, 0, 0, 90, 0x6a],
      [4, 4, 0, 255],
      [5, 4, 0, 255],
    ],
    [...Buffer.from('NTLMSSP\0\x01\0\0\0', 'latin1')],
    [...Buffer.from('NTLMSSP\0\x02\0\0\0', 'latin1')],
    [...Buffer.from('NTLMSSP\0\x03\0\0\0', 'latin1')],
    [...Buffer.from('NEGOEXTS', 'latin1')],
  );
  const bytes = fc.tuple(first, fc.uint8Array({ maxLength: 200 }));
  fc.assert(
    fc.property(bytes, ([head, tail]) => {
      holds(Uint8Array.from([...head, ...tail]));
    }),
    { numRuns: 5000 },
  );
});

test('tokens with some bytes changed, left out or put in', () => {
  const change = fc.record({
    at: fc.nat(4000),
    byte: fc.integer({ min: 0, max: 255 }),
    kind: fc.constantFrom('set', 'drop', 'insert'),
  });
  const mutated = fc.tuple(
    fc.constantFrom(...TOKENS),
    fc.array(change, { minLength: 1, maxLength: 6 }),
  );
  fc.assert(
    fc.property(mutated, ([token, changes]) => {
      const bytes = [...token];
      for (const { at, byte, kind } of changes) {
        const index = at % bytes.length;
        if (kind === 'set') bytes[index] = byte;
        else bytes.splice(index, kind === 'drop' ? 1 : 0, ...(kind === 'drop' ? [] : [byte]));
      }
      holds(Uint8Array.from(bytes));
    }),
    { numRuns: 5000 },
  );
});

/** Damage that once left bytes without a field. */
const FOUND: [name: string, hex: string][] = [
  [
    'a constructed element where a number belongs',
    '601a06062b0601050502a010300ea00c300a6d0402000200060200ff',
  ],
  [
    'an NTLMv2 response too short for its own parts, cut after its first byte',
    '4e544c4d535350000300000000000000500000001c001c00500000000000000050000000000000005000000000000000500000000000000050000000010000000000000000000000000000000000000011',
  ],
];

for (const [name, hex] of FOUND) {
  test(name, () => {
    holds(Uint8Array.from(Buffer.from(hex, 'hex')));
  });
}

test('elements nested without end are read to the limit and no further', () => {
  const depth = 5000;
  const bytes = new Uint8Array(2 * depth + 2).fill(0x80);
  for (let index = 0; index < depth; index++) bytes[2 * index] = 0x30;
  bytes.set([0xa0, 0x80, 0x30, 0x80, 0xa9, 0x80]);
  const { token, problems } = decodeBytes(bytes);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
  assert.ok(problems.some(({ message }) => message.includes('deeper than')));
});

test('more elements than the limit are kept as unread bytes', () => {
  const nulls = new Uint8Array(60_000);
  for (let index = 0; index < nulls.length; index += 2) nulls[index] = 0x05;
  const bytes = Uint8Array.from([0xa0, 0x83, 0, 0xea, 0x64, 0x30, 0x82, 0xea, 0x60, ...nulls]);
  const { token } = decodeBytes(bytes);
  assert.deepEqual(gapsIn(token.fields, bytes.length), []);
});

test('decoding takes no more than in proportion to the length', async () => {
  const cost = (bytes: number) => {
    const one = [0x30, 0x03, 0x02, 0x01, 0x05];
    const body = Array.from({ length: bytes / one.length }, () => one).flat();
    const size = [0x84, 0, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255];
    const token = Uint8Array.from([0xa9, ...size, ...body]);
    return fastest(() => decodeBytes(token), 9);
  };
  await cost(2000);
  const small = await cost(5000);
  const large = await cost(50_000);
  assert.ok(large < 60 * small, `${large / small} times the time for 10 times the bytes`);
});
