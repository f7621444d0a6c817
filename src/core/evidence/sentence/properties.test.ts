/** The reader on any input: it never throws, its places lie in the text, its time grows linearly. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findSentences } from './find-sentences.ts';
import { sentence } from './reader.ts';
import { listOf, TABLE, WORDINGS } from './table.ts';
import { fastest } from '../../../../tests/unit/cpu-time.ts';

const PIECES = [
  ...TABLE.sentences.flatMap(({ match }) => listOf(match)),
  ...[
    '\n',
    '\r\n> ',
    '* ',
    ' ',
    '&#',
    '&amp;',
    '&uuml;',
    '<name>',
    '"',
    '’',
    '\u0301',
    '凭',
    '\ud800',
  ],
];
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 12 });

void test('places are in order, apart, and within the text', () => {
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join(' ');
      let last = 0;
      for (const { at } of findSentences(whole, WORDINGS)) {
        assert.ok(at.start >= last && at.end > at.start && at.end <= whole.length);
        last = at.end;
      }
    }),
  );
});

void test('no prefix of a text throws', async () => {
  const whole = PIECES.slice(0, 40).join(' ');
  for (let end = 0; end <= whole.length; end += 7) {
    await sentence.read(whole.slice(0, end), { claimed: [], inner: [], options: {} });
  }
});

const HOSTILE: [name: string, unit: string][] = [
  ['prose', 'The quick brown fox jumps over the lazy dog of the server. '],
  ['one message', 'Server not found in Kerberos database\n'],
  ['beginnings of messages', 'The HTTP The target Server not found in Cannot find '],
  ['a word before a name', 'Server Client Keytab '],
  [
    'beginnings before anything',
    'Request ticket server x found in keytab The identity of application pool ',
  ],
  ['Chinese', '由于凭据无效，远程服务器返回错误'],
  ['one long word', 'TlRMTVNTUAAB'],
  ['entities', '&#97;&uuml;&amp;'],
  ['ampersands', '&&&&&&&&'],
  ['line ends', '\n\r\n'],
  ['SPNs', 'HTTP/a.b Server not found in Kerberos database HTTP@c.d '],
];
const SMALL = 64 * 1024;
const TIMES = 8;
/** Four times what linear growth would be: a machine that is busy is not a quadratic reader. */
const MOST = 4 * TIMES;

for (const [name, unit] of HOSTILE) {
  void test(`time grows with length, not faster: ${name}`, async () => {
    const small = unit.repeat(Math.ceil(SMALL / unit.length));
    const large = small.repeat(TIMES);
    const ratio = (await cost(large)) / (await cost(small));
    assert.ok(ratio < MOST, `${TIMES} times the text took ${ratio.toFixed(1)} times as long`);
  });
}

/** Milliseconds, but no less than the clock can tell. */
async function cost(whole: string): Promise<number> {
  const run = () => sentence.read(whole, { claimed: [], inner: [], options: {} });
  return Math.max(await fastest(run, 4), 0.5);
}
