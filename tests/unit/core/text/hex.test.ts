import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findHexRuns } from '../../../../src/core/text/hex-runs.ts';
import { decodeHex, toHex } from '../../../../src/core/text/hex.ts';
import { findHexdumps } from '../../../../src/core/text/hexdump.ts';

const decode = (text: string) => decodeHex(text, { start: 0, end: text.length });

const ROWS: [name: string, text: string, hex: string, dropped: number][] = [
  ['plain', '6082A1', '6082a1', 0],
  ['with blanks', '60 82 a1', '6082a1', 0],
  ['with colons', '60:82:A1', '6082a1', 0],
  ['with hyphens', '60-82-A1', '6082a1', 0],
  ['with 0x', '0x60, 0x82, 0xA1', '6082a1', 0],
  ['0x with one digit', '{ 0x6, 0x82 }', '0682', 0],
  ['with backslashes', '\\x60\\x82', '6082', 0],
  ['0x once', '0x6082a1', '6082a1', 0],
  ['over lines', '60 82\r\na1 30', '6082a130', 0],
  ['a digit too many', '6082a', '6082', 1],
  ['nothing', '', '', 0],
];

for (const [name, text, hex, dropped] of ROWS) {
  test(name, () => {
    assert.equal(toHex(decode(text).bytes), hex);
    assert.equal(decode(text).dropped, dropped);
  });
}

test('each byte points at its two digits', () => {
  assert.deepEqual(decode('60 82 a1').at(1, 3), { start: 3, end: 8 });
});

const TEXT = '..`abcdef';
const DUMPS: [name: string, lines: string[]][] = [
  [
    'xxd',
    [
      `00000000: 6082 0b70 0606 2b06 0105 0502 a082 0b64  ${TEXT}`,
      '00000010: 3082                                     0.',
    ],
  ],
  [
    'hexdump -C',
    [
      '00000000  60 82 0b 70 06 06 2b 06  01 05 05 02 a0 82 0b 64  |`..p..+........d|',
      '00000010  30 82                                             |0.|',
      '00000012',
    ],
  ],
  [
    'Wireshark',
    [
      '0000   60 82 0b 70 06 06 2b 06 01 05 05 02 a0 82 0b 64   `..p..+........d',
      '0010   30 82                                             0.',
    ],
  ],
  [
    'certutil',
    [
      '    0000  60 82 0b 70 06 06 2b 06  01 05 05 02 a0 82 0b 64   `..p..+........d',
      '    0010  30 82                                              0.',
    ],
  ],
];

for (const [name, lines] of DUMPS) {
  test(`a dump of ${name}`, () => {
    const text = ['Some words before', ...lines, 'and after'].join('\n');
    const [dump, ...others] = findHexdumps(text);
    assert.equal(others.length, 0);
    assert.equal(
      toHex(dump?.bytes.bytes ?? new Uint8Array()),
      '60820b7006062b0601050502a0820b643082',
    );
    const second = text.indexOf(
      lines[1]?.trim().split(/\s+/)[1]?.slice(0, 2) ?? '',
      text.indexOf(lines[1] ?? '') + 5,
    );
    assert.equal(dump?.bytes.at(16, 17).start, second);
  });
}

const SPELLED_OFFSETS: [name: string, lines: string[]][] = [
  [
    'octal offsets',
    ['0000000 60 82 0b 70 06 06 2b 06 01 05 05 02 a0 82 0b 64', '0000020 30 82', '0000022'],
  ],
  [
    'decimal offsets',
    ['0000000 60 82 0b 70 06 06 2b 06 01 05 05 02 a0 82 0b 64', '0000016 30 82', '0000018'],
  ],
  [
    'wide gaps',
    [
      '0000000    60  82  0b  70  06  06  2b  06  01  05  05  02  a0  82  0b  64',
      '0000020    30  82',
      '0000022',
    ],
  ],
];

for (const [name, lines] of SPELLED_OFFSETS) {
  test(`a dump of od, ${name}`, () => {
    const [dump, ...others] = findHexdumps(lines.join('\n'));
    assert.equal(others.length, 0);
    assert.equal(
      toHex(dump?.bytes.bytes ?? new Uint8Array()),
      '60820b7006062b0601050502a0820b643082',
    );
  });
}

test('words of little-endian bytes are given both ways, up to the final offset', () => {
  const lines = ['0000000 8260 700b 0606 062b 0501 0205 82a0 640b', '0000010 8230 000b', '0000013'];
  const [dump] = findHexdumps(lines.join('\n'));
  assert.equal(
    toHex(dump?.swapped?.bytes ?? new Uint8Array()),
    '60820b7006062b0601050502a0820b6430820b',
  );
  assert.deepEqual(dump?.swapped?.at(0, 1), { start: 10, end: 12 });
});

test('a text column that looks like hex is not read as bytes', () => {
  const text = [
    '00000000  60 82 0b 70 06 06 2b 06  01 05 05 02 a0 82 0b 64  abcdefabcdefabcd',
    '00000010  30 82 0b 70 06 06 2b 06  01 05 05 02 a0 82 0b 64  abcdefabcdefabcd',
  ].join('\n');
  assert.equal(findHexdumps(text)[0]?.bytes.bytes.length, 32);
});

const RUNS: [name: string, text: string, runs: string[]][] = [
  ['a line of hex', 'x 60820b7006062b060105 y', ['60820b7006062b060105']],
  ['too short', '60820b7006062b', []],
  ['words around it', 'token: 60820b7006062b060105, end', ['60820b7006062b060105']],
  ['inside a word', 'z60820b7006062b060105', []],
  [
    'a C array',
    '{ 0x60, 0x82, 0x0b, 0x70, 0x06, 0x06, 0x2b, 0x06, 0x01 };',
    ['0x60, 0x82, 0x0b, 0x70, 0x06, 0x06, 0x2b, 0x06, 0x01'],
  ],
];

for (const [name, text, runs] of RUNS) {
  test(`runs of hex: ${name}`, () => {
    assert.deepEqual(
      findHexRuns(text).map(({ start, end }) => text.slice(start, end)),
      runs,
    );
  });
}

test('any text is searched without an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      findHexRuns(text);
      findHexdumps(text);
    }),
  );
});
