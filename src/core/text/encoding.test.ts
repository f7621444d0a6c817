/** One decision on encodings, for files that are read whole and for those that are streamed. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { encodingOf } from './encoding.ts';
import { decodeText } from './file-text.ts';
import { inUtf8 } from './in-utf8.ts';

const LOG = '#Fields: date time cs-uri-stem\r\n2026-03-02 08:15:02 /caf\u00e9/\r\n';
/** The first letter has a code above 127: this was once no UTF-16 in one of two ways of reading. */
const ACCENT = `\u00e9tat\r\n${LOG}`;
const CYRILLIC = `\u0416\u0443\u0440\u043d\u0430\u043b\r\n${LOG}`;

const littleEndian = (text: string) => Buffer.from(text, 'utf16le');
const bigEndian = (text: string) => littleEndian(text).swap16();

const ENCODINGS: readonly [name: string, bytes: Uint8Array, encoding: string | undefined][] = [
  ['UTF-8', Buffer.from(LOG), undefined],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${LOG}`), 'utf-8'],
  ['Windows-1252', Buffer.from(ACCENT, 'latin1'), undefined],
  ['UTF-16LE with a mark', littleEndian(`\uFEFF${LOG}`), 'utf-16le'],
  ['UTF-16BE with a mark', bigEndian(`\uFEFF${LOG}`), 'utf-16be'],
  ['UTF-16LE', littleEndian(LOG), 'utf-16le'],
  ['UTF-16BE', bigEndian(LOG), 'utf-16be'],
  ['UTF-16LE, first an accent', littleEndian(ACCENT), 'utf-16le'],
  ['UTF-16BE, first an accent', bigEndian(ACCENT), 'utf-16be'],
  ['UTF-16LE, first a word in Cyrillic', littleEndian(CYRILLIC), 'utf-16le'],
  ['UTF-16LE, two letters', littleEndian('AB'), 'utf-16le'],
  ['one letter and a NUL', Uint8Array.of(0x41, 0), undefined],
  [
    'an NTLM message',
    Buffer.from('TlRMTVNTUAABAAAAl4II4gAAAAAAAAAAAAAAAAAAAAA=', 'base64'),
    undefined,
  ],
  ['a keytab', Uint8Array.of(5, 2, 0, 0, 0, 0x4d, 0, 2, 0, 0x0b, 0x43, 0x4f), undefined],
  ['a log that ends in NULs', Buffer.concat([Buffer.from('2026-'), new Uint8Array(99)]), undefined],
  ['NULs', new Uint8Array(64), undefined],
  ['nothing', new Uint8Array(), undefined],
];

for (const [name, bytes, encoding] of ENCODINGS) {
  test(`${name}: ${encoding ?? 'no Unicode encoding that can be told'}`, () => {
    assert.equal(encodingOf(bytes), encoding);
  });
}

async function streamed(bytes: Uint8Array, size: number): Promise<string> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) {
      yield await Promise.resolve(bytes.subarray(at, at + size));
    }
  }
  const parts: Uint8Array[] = [];
  for await (const part of inUtf8(pieces())) parts.push(part);
  return new TextDecoder().decode(Buffer.concat(parts));
}

for (const text of [LOG, ACCENT, CYRILLIC]) {
  for (const [name, write] of Object.entries({ littleEndian, bigEndian })) {
    for (const mark of ['', '\uFEFF']) {
      test(`${JSON.stringify(text.slice(0, 5))}, ${name}${mark && ', marked'}: whole and streamed`, async () => {
        const bytes = write(mark + text);
        assert.equal(decodeText(bytes), text);
        for (const size of [1, 3, 64, 1_000]) assert.equal(await streamed(bytes, size), text);
      });
    }
  }
}

test('bytes of any kind are streamed whole, and never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat(20), async (bytes, size) => {
      const text = await streamed(bytes, size + 1);
      if (encodingOf(bytes) === undefined) assert.equal(text, new TextDecoder().decode(bytes));
    }),
  );
});
