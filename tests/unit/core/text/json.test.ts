/** The named values of JSON, whole, nested in strings, or cut out anywhere. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { jsonTokens } from '../../../../src/core/text/json.ts';

const pairs = (text: string): string[] =>
  [...jsonTokens(text)].flatMap((token) =>
    token.kind === 'pair' ? [`${token.name}=${token.value}`] : [],
  );

const USER = { ScStatus: 401, CsUsername: 'CONTOSO\\anna', q: 'say "a{b"' };
const READ = ['ScStatus=401', 'CsUsername=CONTOSO\\anna', 'q=say "a{b"'];

/** [what it is, text, named values] */
const TEXTS: [string, string, string[]][] = [
  ['an object', JSON.stringify(USER), READ],
  ['pretty', JSON.stringify([USER], undefined, 2), READ],
  ['in a string', JSON.stringify({ properties: JSON.stringify(USER), n: 1 }), [...READ, 'n=1']],
  [
    'in a string in a string',
    JSON.stringify({ a: JSON.stringify({ b: JSON.stringify(USER) }), n: 1 }),
    [...READ, 'n=1'],
  ],
  ['without its beginning', JSON.stringify(USER).slice(14), READ.slice(1)],
  ['cut inside a string', '{"ScStatus": 401, "CsUriStem": "/ap', ['ScStatus=401', 'CsUriStem=/ap']],
  [
    'a list of values',
    '{"status_code": [401, 5], "ip": ["::1", "x"]}',
    ['status_code=401', 'ip=::1'],
  ],
  ['values of no name', '["a", "b", 3]', []],
];

for (const [name, text, expected] of TEXTS) {
  test(`${name}: ${expected.length} values`, () => {
    assert.deepEqual(pairs(text), expected);
  });
}

test('every value lies in the text, and any text is read to its end', () => {
  const piece = fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'a', '401', ' ', '\n');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      for (const token of jsonTokens(text)) {
        if (token.kind !== 'pair') continue;
        assert.ok(0 <= token.start && token.start <= token.end && token.end <= text.length);
      }
    }),
    { numRuns: 2_000 },
  );
});
