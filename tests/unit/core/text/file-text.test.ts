/** A file that holds a token as bytes comes out as hex that the decoder reads. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodeText } from '../../../../src/core/text/file-text.ts';
import { decode } from '../../../../src/core/index.ts';

const FIXTURES = new URL('../../../fixtures/tokens/tokens.json', import.meta.url);
const { tokens } = JSON.parse(readFileSync(FIXTURES, 'utf8')) as {
  tokens: { name: string; base64: string }[];
};
/** GSS frames, NegTokenResp and NTLM: what a trace saves from a header. */
const TOKENS = tokens.filter(({ base64 }) => /^(YI|o[YQ]|TlRMTVNT)/.test(base64));

test('there are tokens to try', () => {
  assert.ok(TOKENS.length > 40, `only ${TOKENS.length}`);
});

for (const { name, base64 } of TOKENS) {
  test(`${name} as a file reads like ${name} as a header`, async () => {
    const [asFile] = (await decode(decodeText(Buffer.from(base64, 'base64')))).tokens;
    const [asHeader] = (await decode(`Authorization: Negotiate ${base64}`)).tokens;
    assert.deepEqual(asFile?.layers, asHeader?.layers);
    assert.equal(asFile?.hex, asHeader?.hex);
  });
}

/** [what it is, bytes, text] */
const TEXTS: readonly (readonly [string, readonly number[], string])[] = [
  ['text that begins with a tab', [0x09, 0x41], '\tA'],
  [
    'a log whose tail is full of NULs',
    [...Buffer.from('2026-03-02 08:15:02 x'), 0, 0],
    '2026-03-02 08:15:02 x\0\0',
  ],
  ['UTF-16 with its mark', [0xff, 0xfe, 0x41, 0x00], 'A'],
  ['nothing', [], ''],
];

for (const [what, bytes, text] of TEXTS) {
  test(`${what} stays text`, () => {
    assert.equal(decodeText(Uint8Array.from(bytes)), text);
  });
}
