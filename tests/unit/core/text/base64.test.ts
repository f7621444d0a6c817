import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { decodeBase64 } from '../../../../src/core/text/base64.ts';
import { base64RunEnd } from '../../../../src/core/text/base64-run.ts';
import { toHex } from '../../../../src/core/text/hex.ts';

const decode = (text: string) => decodeBase64(text, { start: 0, end: text.length });

const ROWS: [name: string, text: string, hex: string, dropped: number][] = [
  ['padded', 'oQcwBaADCgEC', 'a1073005a0030a0102', 0],
  ['two signs of padding', 'TlRMTQ==', '4e544c4d', 0],
  ['without padding', 'TlRMTQ', '4e544c4d', 0],
  ['the URL alphabet', '-_-_', 'fbffbf', 0],
  ['the standard alphabet', '+/+/', 'fbffbf', 0],
  ['white space anywhere', 'oQcw\r\n BaAD\tCgEC', 'a1073005a0030a0102', 0],
  ['percent-encoded', '%2B%2F%2b/', 'fbffbf', 0],
  ['escaped as in JSON', '+\\/\\u002b\\u002F', 'fbffbf', 0],
  ['line breaks as escapes', 'oQcw\\r\\nBaAD', 'a1073005a003', 0],
  ['a digit too many', 'oQcwB', 'a10730', 1],
  ['characters behind the padding', 'TlRMTQ==xy', '4e544c4d', 2],
  ['nothing', '', '', 0],
  ['only padding', '==', '', 0],
];

for (const [name, text, hex, dropped] of ROWS) {
  test(name, () => {
    const decoded = decode(text);
    assert.equal(toHex(decoded.bytes), hex);
    assert.equal(decoded.dropped, dropped);
  });
}

test('each byte points at the digits that spell it', () => {
  const text = 'x: oQcw\n BaAD';
  const { at } = decodeBase64(text, { start: 3, end: text.length });
  assert.deepEqual(at(0, 1), { start: 3, end: 5 });
  assert.deepEqual(at(0, 3), { start: 3, end: 7 });
  assert.deepEqual(at(3, 6), { start: 9, end: 13 });
  assert.deepEqual(at(2, 4), { start: 5, end: 11 });
  assert.deepEqual(at(6, 6), { start: 13, end: 13 });
});

test('a byte spelled with an escape points at the whole escape', () => {
  const { at } = decode('AAA%3D');
  assert.deepEqual(at(1, 2), { start: 1, end: 3 });
  assert.deepEqual(decode('AA%2BA').at(1, 3), { start: 1, end: 6 });
});

test('whatever bytes are written down are read again', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.constantFrom('base64' as const, 'base64url' as const),
      (bytes, alphabet) => {
        const text = Buffer.from(bytes).toString(alphabet);
        assert.deepEqual(decode(text).bytes, bytes);
      },
    ),
  );
});

test('any text decodes, and every span lies inside of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { bytes, at } = decode(text);
      for (let index = 0; index < bytes.length; index++) {
        const { start, end } = at(index, index + 1);
        assert.ok(0 <= start && start < end && end <= text.length);
      }
    }),
  );
});

const RUNS: [name: string, text: string, token: string][] = [
  ['ends at a blank before prose', 'YIILcAYGKwYB and then', 'YIILcAYGKwYB'],
  ['ends at the next header', 'YIILcAYGKwYB\nHost: x', 'YIILcAYGKwYB'],
  ['ends at a header with a hyphen', 'YIILcAYGKwYB\nUser-Agent: x', 'YIILcAYGKwYB'],
  ['ends at a word that is valid base64', 'YIILcAYGKwYB\nThanks', 'YIILcAYGKwYB'],
  [
    'goes on over a line of the same length',
    'YIILcAYGKwYB\nBAUCoIILZDCC\n',
    'YIILcAYGKwYB\nBAUCoIILZDCC',
  ],
  ['goes on to a shorter last line', 'YIILcAYGKwYB\nBQ4x', 'YIILcAYGKwYB\nBQ4x'],
  ['goes on in groups of four', 'YIIL cAYG KwYB BQUC', 'YIIL cAYG KwYB BQUC'],
  ['ends at its padding', 'TlRMTQ==\nYIILcAYGKwYB', 'TlRMTQ=='],
  ['stops at a quote', 'YIILcAYGKwYB","x"', 'YIILcAYGKwYB'],
];

for (const [name, text, token] of RUNS) {
  test(`a token ${name}`, () => {
    assert.equal(
      text.slice(
        0,
        base64RunEnd(text, 0, () => Infinity),
      ),
      token,
    );
  });
}

test('a token that is all there takes nothing more', () => {
  assert.equal(
    base64RunEnd('oQcwBaADCgEC\noQcwBaADCgEC', 0, () => 12),
    12,
  );
});
