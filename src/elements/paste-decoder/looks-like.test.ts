/** What nobody recognises is at least called what it looks like. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { looksLike } from './looks-like.ts';

const ROWS: readonly (readonly [text: string, what: RegExp, hasWords: boolean])[] = [
  ['the quick brown fox', /description in words/, true],
  ['Users are asked for a password again, since Monday.', /description in words/, true],
  ['data:image/png;base64,iVBORw0KGgoAAAANSUhEUg', /a picture/, false],
  ['UEsDBBQAAAAIAA==', /a zip archive/, false],
  ['RWxmRmlsZQAAAAAA', /Windows event log/, false],
  ['Zm9v'.repeat(40), /Base64 that holds no Kerberos/, false],
  ['\u0000\u0001\u0002PNG\u0003', /bytes that are no text/, false],
  ['https://portal.contoso.com/app/', /an address alone/, false],
  ['<html><body>Hello</body></html>', /web page's source/, true],
  [
    '2026-11-20 03:12:03.114 [WRN] Portal.Auth failed\n2026-11-20 03:12:04.002 [INF] done',
    /program's own log/,
    true,
  ],
  ['x=1;y=2;z={3}', /not known here/, true],
];

for (const [text, what, hasWords] of ROWS) {
  test(`${JSON.stringify(text.slice(0, 40))} looks like ${what.source}`, () => {
    const likeness = looksLike(text);
    assert.match(likeness.what, what);
    assert.equal(likeness.hasWords, hasWords);
    assert.match(likeness.instead, /^[A-Z].*[.]$/);
  });
}

test('no text is without an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      assert.notEqual(looksLike(text).what, '');
    }),
  );
});
