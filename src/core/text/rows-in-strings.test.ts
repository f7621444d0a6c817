/** Rows in strings of JSON and code are read without their backslashes, all others keep theirs. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { unpadRows } from './unpad.ts';

const ROW =
  '2026-03-02 08:15:02 10.0.0.4 GET /app/ - 443 CONTOSO\\nancy 192.0.2.17 curl/8.4.0 - 401 1 1326 3';
const HEAD = '#Fields: date time s-ip cs-method cs-uri-stem sc-status';
const LOG = [HEAD, ROW, ROW].join('\r\n');
const NCSA =
  '192.0.2.17 - - [02/Mar/2026:08:15:02 +0100] "GET / HTTP/1.1" 401 3401 "-" "curl/8.4.0"';

/** [how it is written, the text, lines of the log that it holds] */
const WRITTEN: [string, string, readonly string[]][] = [
  ['a string of JSON', JSON.stringify({ message: ROW }), [ROW]],
  ['a log in a string of JSON', JSON.stringify({ log: LOG }), [HEAD, ROW]],
  ['with a line end at its end', JSON.stringify({ log: `${LOG}\r\n` }), [HEAD, ROW]],
  ['all directives', JSON.stringify({ log: `#Version: 1.0\r\n${LOG}` }), [HEAD, ROW]],
  ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ log: LOG }) }), [HEAD, ROW]],
  ['without its quotes', JSON.stringify(LOG).slice(1, -1), [HEAD, ROW]],
  [
    'printed by Python',
    `['${ROW.replaceAll('\\', '\\\\')}\\n', '${ROW.replaceAll('\\', '\\\\')}\\n']`,
    [ROW],
  ],
  ['escaped slashes', JSON.stringify({ message: ROW }).replaceAll('/', '\\/'), [ROW]],
  ['characters by number', JSON.stringify({ message: ROW }).replaceAll('&', '\\u0026'), [ROW]],
  ['an NCSA row', JSON.stringify({ message: NCSA }), [NCSA]],
];

for (const [how, text, held] of WRITTEN) {
  test(`${how}: the lines of the log are there`, () => {
    const { text: found, original } = unpadRows(text);
    for (const line of held) assert.ok(found.includes(line), found);
    for (let at = 0; at < found.length; at++) {
      const { start, end } = original({ start: at, end: at + 1 });
      assert.ok(start < end && end <= text.length);
      if (found[at] !== '\n') assert.equal(text[start], found[at]);
    }
  });
}

test('line ends as text in a line without quotes', () => {
  const text = `${HEAD}\\n${ROW.replace('nancy', 'anna')}\\n`;
  assert.deepEqual(unpadRows(text).text.trimEnd().split('\n'), [
    HEAD,
    ROW.replace('nancy', 'anna'),
  ]);
});

/** Lines in which every backslash is meant. */
const PLAIN = [
  ROW,
  `${HEAD}\n${ROW}`,
  `${ROW}\n${ROW}`,
  'C:\\new\\2026-03-02.log',
  '\\\\server\\nlogs\\"2026" 08:15',
  `see C:\\logs\\n\n${ROW}`,
];

for (const text of PLAIN) {
  test(`as it is: ${JSON.stringify(text.slice(0, 60))}`, () => {
    assert.equal(unpadRows(text).text, text);
  });
}

test('a line in a string changes no other line', () => {
  const { text } = unpadRows(`${JSON.stringify({ message: ROW })}\n\\\\server\\share ${ROW}`);
  assert.equal(text.split('\n')[1], `\\\\server\\share ${ROW}`);
});

test('any text: places lead into it, and nothing is thrown', () => {
  const part = fc.constantFrom(
    '\\',
    '"',
    '\\n',
    '\\r\\n',
    '\\u0026',
    ROW,
    HEAD,
    '\n',
    ' ',
    "'",
    NCSA,
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const { text: found, original } = unpadRows(text);
      const { start, end } = original({ start: 0, end: found.length });
      assert.ok(start >= 0 && end <= text.length && start <= end);
    }),
  );
});
