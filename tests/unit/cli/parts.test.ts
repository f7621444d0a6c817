/** The command line's parts: arguments, text decoding, terminal safety, excerpts, masking. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { excerptOf } from '../../../src/cli/excerpt.ts';
import { maskSecrets } from '../../../src/cli/mask.ts';
import { terminalText, terminalJson } from '../../../src/core/index.ts';
import { wrap } from '../../../src/cli/terminal.ts';
import { decodeText } from '../../../src/core/text/file-text.ts';

const GOOD: [string[], object][] = [
  [[], { json: false, help: false, stdin: false, files: [] }],
  [['--json'], { json: true, help: false, stdin: false, files: [] }],
  [['--help'], { json: false, help: true, stdin: false, files: [] }],
  [['-h'], { json: false, help: true, stdin: false, files: [] }],
  [['-'], { json: false, help: false, stdin: true, files: [] }],
  [['a b.log', '--json'], { json: true, help: false, stdin: false, files: ['a b.log'] }],
  [['--query', 'a:b', '-'], { json: false, help: false, stdin: true, files: [], query: 'a:b' }],
  [
    ['--columns', 'date time, sc-status', 'a.log'],
    {
      ...{ json: false, help: false, stdin: false, files: ['a.log'] },
      columns: ['date', 'time', 'sc-status'],
    },
  ],
  [['a', 'b'], { json: false, help: false, stdin: false, files: ['a', 'b'] }],
  [['--', '--json'], { json: false, help: false, stdin: false, files: ['--json'] }],
];

for (const [args, expected] of GOOD) {
  void test(`arguments ${JSON.stringify(args)}`, () => {
    assert.deepEqual(parseArguments(args), expected);
  });
}

for (const args of [
  ['--nope'],
  ['-x'],
  ['-', 'a'],
  ['--json=1'],
  ['--query'],
  ['--columns'],
  ['--columns', ' '],
]) {
  void test(`arguments ${JSON.stringify(args)} are refused`, () => {
    const result = parseArguments(args);
    assert.ok('error' in result && result.error.endsWith('.'));
  });
}

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)),
  );

const TEXTS: [string, Uint8Array, string][] = [
  [
    'UTF-16 without its mark',
    Uint8Array.from(Buffer.from('2026-03-02 08:15:02 größe', 'utf16le')),
    '2026-03-02 08:15:02 größe',
  ],
  [
    'UTF-16 without its mark, the other way round',
    Uint8Array.from(Buffer.from('2026-03-02 08:15:02 größe', 'utf16le').swap16()),
    '2026-03-02 08:15:02 größe',
  ],
  ['UTF-8', bytes('größe'), 'größe'],
  ['UTF-8 with byte order mark', bytes([0xef, 0xbb, 0xbf], '401'), '401'],
  ['UTF-16 LE', bytes([0xff, 0xfe, 0x34, 0, 0x30, 0, 0x31, 0]), '401'],
  ['UTF-16 BE', bytes([0xfe, 0xff, 0, 0x34, 0, 0x30, 0, 0x31]), '401'],
  ['Windows-1252', bytes('gr', [0xf6, 0xdf], 'e'), 'größe'],
  ['both in one file', bytes('ä\r\n', [0xe4], '\r\nend'), 'ä\r\nä\r\nend'],
  ['nothing', bytes(), ''],
];

for (const [name, input, expected] of TEXTS) {
  void test(`text from ${name}`, () => {
    assert.equal(decodeText(input), expected);
  });
}

void test('any bytes become text', () => {
  fc.assert(fc.property(fc.uint8Array(), (input) => typeof decodeText(input) === 'string'));
});

const VISIBLE: [string, string][] = [
  ['plain äöü 漢字', 'plain äöü 漢字'],
  ['\u001b[31mred', '␛[31mred'],
  ['a\tb\r\u0000', 'a b␍␀'],
  ['\u009b31m', '\ufffd31m'],
  ['\u202ereversed', '\ufffdreversed'],
  ['\ud800 alone', '\ufffd alone'],
  ['😀', '😀'],
];

for (const [text, expected] of VISIBLE) {
  void test(`shows ${JSON.stringify(text)}`, () => {
    assert.equal(terminalText(text), expected);
  });
}

// eslint-disable-next-line no-control-regex -- these are what must not come out
const HARMFUL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

void test('JSON is safe on a terminal and says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = terminalJson({ text });
      assert.doesNotMatch(json, HARMFUL);
      assert.deepEqual(JSON.parse(json), { text });
    }),
  );
});

void test('wraps at spaces and keeps every word', () => {
  const text = 'one two three four five';
  assert.deepEqual(wrap(text, 9), ['one two', 'three', 'four five']);
  assert.deepEqual(wrap('unbreakable', 4), ['unbreakable']);
});

const LINE = `first\r\n${'a'.repeat(50)}TARGET${'b'.repeat(50)}\r\nlast`;
const TARGET = { start: LINE.indexOf('TARGET'), end: LINE.indexOf('TARGET') + 6 };

void test('an excerpt shows a short line whole, with the marker under the evidence', () => {
  const { line, text, marker } = excerptOf('x\n401 2 5\r\ny', { start: 6, end: 7 }, 40);
  assert.deepEqual([line, text, marker], [2, '401 2 5', '    ^']);
});

void test('an excerpt of a long line is cut around the evidence', () => {
  const { line, text, marker } = excerptOf(LINE, TARGET, 30);
  assert.equal(line, 2);
  assert.equal(text.length, 30);
  assert.match(text, /^…a+TARGETb+…$/);
  assert.equal(text.slice(marker.indexOf('^'), marker.length), 'TARGET');
});

void test('evidence longer than the line shows its beginning', () => {
  const { text, marker } = excerptOf('z'.repeat(500), { start: 100, end: 400 }, 40);
  assert.equal(text.length, 40);
  assert.ok(marker.length <= 40);
});

void test('any span gives an excerpt no wider than asked, marker included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.nat(300),
      fc.nat(300),
      fc.integer({ min: 10, max: 120 }),
      (text, start, length, width) => {
        const excerpt = excerptOf(text, { start, end: start + length }, width);
        assert.ok(excerpt.text.length <= width, excerpt.text);
        assert.ok(excerpt.marker.length <= width + 1, excerpt.marker);
        assert.ok(excerpt.marker.includes('^'));
        assert.doesNotMatch(excerpt.text, HARMFUL);
      },
    ),
    { examples: [['\n', 0, 0, 10]] },
  );
});

void test('the password of Basic authentication is masked, its scheme is not', () => {
  const text = 'Authorization: Basic dXNlcjpwYXNz\nnext';
  const token = {
    bytes: 9,
    complete: true,
    layers: ['Basic'],
    fields: [],
    basic: { user: 'user' },
  };
  const end = text.indexOf('\n');
  const whole = maskSecrets(text, [{ ...token, at: { start: 0, end } }]);
  assert.equal(whole, 'Authorization: Basic ************\nnext');
  const alone = maskSecrets(text, [{ ...token, at: { start: 21, end } }]);
  assert.equal(alone, whole);
});
