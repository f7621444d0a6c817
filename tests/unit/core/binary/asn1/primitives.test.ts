import assert from 'node:assert/strict';
import test from 'node:test';
import * as primitives from '../../../../../src/core/binary/asn1/primitives.ts';

type Decode = (bytes: Uint8Array, start: number, end: number) => unknown;

/** Contents octets are put behind two others, so that a reader that forgets its start is caught. */
function rows(decode: Decode, list: [name: string, contents: number[], value: unknown][]): void {
  for (const [name, contents, value] of list) {
    test(`${decode.name}: ${name}`, () => {
      const bytes = Uint8Array.from([0xff, 0xff, ...contents, 0xff]);
      assert.deepEqual(decode(bytes, 2, 2 + contents.length), value);
    });
  }
}

const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

rows(primitives.oidOf, [
  ['Kerberos', [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 1, 2, 2], '1.2.840.113554.1.2.2'],
  ['the first arc 2', [0x88, 0x37, 3], '2.999.3'],
  ['an arc that does not end', [0x2b, 0x86], undefined],
  ['nothing', [], undefined],
  ['longer than the limit', new Array<number>(65).fill(1), undefined],
]);

rows(primitives.integerOf, [
  ['one octet', [5], 5],
  ['negative', [0xff, 0x79], -135],
  ['32 bits', [0x00, 0xff, 0xff, 0xff, 0xff], 4_294_967_295],
  ['negative 32 bits', [0x80, 0, 0, 0], -2_147_483_648],
  ['more than a number holds', [0x7f, 0, 0, 0, 0, 0, 0, 0], '9151314442816847872'],
  ['nothing', [], undefined],
]);

rows(primitives.bitsOf, [
  ['32 bits', [0, 0x20, 0, 0, 0], 0x20000000],
  ['8 bits', [5, 0x20], 0x20000000],
  ['unused bits that cannot be', [9, 0x20], undefined],
  ['nothing', [], undefined],
]);

rows(primitives.timeOf, [
  ['KerberosTime', ascii('20260302091405Z'), '2026-03-02T09:14:05Z'],
  ['no zone', ascii('20260302091405'), undefined],
  ['a month 13', ascii('20261302091405Z'), undefined],
  ['a day 30 of February', ascii('20260230091405Z'), undefined],
  ['words', ascii('yesterday'), undefined],
]);

test('textOf leaves out a character that is cut in the middle', () => {
  const bytes = Uint8Array.from([...Buffer.from('café')]);
  assert.equal(primitives.textOf(bytes, 0, 4, true), 'caf');
  assert.equal(primitives.textOf(bytes, 0, 5, true), 'café');
  assert.equal(primitives.textOf(bytes, 0, 5, false), 'café');
});
