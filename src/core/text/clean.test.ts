/** What a web page or a chat did to a text is undone, and every place leads back. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertLinear } from '../../../tests/unit/linear.ts';
import { clean } from './clean.ts';

const ROWS: [name: string, text: string, expected: string][] = [
  ['entities', 'a -&gt; b &#8220;c&#8221; &quot;d&quot;', 'a -> b "c" "d"'],
  ['quotes', '\u2018Negotiate\u2019', "'Negotiate'"],
  ['a hard space', 'Status:\u00a0401', 'Status: 401'],
  ['tags', '<pre><code>Host: web</code></pre>', 'Host: web'],
  ['line breaks', 'Host: web<br>Accept: */*', 'Host: web\nAccept: */*'],
  ['bold', '**Status Code:** 401 and **Negotiate**', 'Status Code: 401 and Negotiate'],
  ['colours', '\u001b[31mHTTP/1.1 401\u001b[0m', 'HTTP/1.1 401'],
  ['XML is left alone', '<add value="Negotiate" />', '<add value="Negotiate" />'],
  ['a token in brackets is left alone', 'Negotiate <token>', 'Negotiate <token>'],
  ['a row of asterisks is left alone', 'NTLM ********', 'NTLM ********'],
  ['masked addresses are left alone', '10.**.**.31', '10.**.**.31'],
  ['any type is left alone', 'Accept: */*', 'Accept: */*'],
];

for (const [name, text, expected] of ROWS) {
  test(name, () => {
    assert.equal(clean(text).text, expected);
  });
}

test('a place leads back to what stands there', () => {
  const text = '**Sname:** HTTP/web &lt;b&gt;';
  const { text: cleaned, original } = clean(text);
  const place = (what: string) => {
    const start = cleaned.indexOf(what);
    const { start: from, end } = original({ start, end: start + what.length });
    return text.slice(from, end);
  };
  assert.equal(place('HTTP/web'), 'HTTP/web');
  assert.equal(place('Sname:'), 'Sname:');
});

test('places are within the text and in order', () => {
  const piece = fc.oneof(
    fc.constantFrom('&lt;', '&#8220;', '**', '<br>', '</p>', '\u200b', 'web', ' ', '\n', '&', '<'),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      const { text: cleaned, original } = clean(text);
      let before = 0;
      for (let at = 0; at < cleaned.length; at++) {
        const { start, end } = original({ start: at, end: at + 1 });
        assert.ok(before <= start && start < end && end <= text.length);
        before = start;
      }
    }),
  );
});

for (const piece of ['&', '**', '<p ', '*a', '\u001b[']) {
  test(`linear in ${JSON.stringify(piece)}`, async () => {
    await assertLinear(piece, (text) => clean(text).text);
  });
}
