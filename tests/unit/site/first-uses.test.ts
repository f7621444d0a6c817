/** Which words of a text become terms of the glossary. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstUses } from '../../../src/markdown/first-uses.ts';
import { readGlossary } from '../../../src/markdown/glossary.ts';

const GLOSSARY = readGlossary('content/glossary.yaml');

const marked = (text: string, most = 6) =>
  firstUses(
    GLOSSARY,
    most,
  )(text)
    .map((piece) => (piece.id ? `[${piece.text}]` : piece.text))
    .join('');

const ROWS: readonly (readonly [name: string, text: string, expected: string])[] = [
  ['a term is found', 'Ask for the SPN.', 'Ask for the [SPN].'],
  ['only its first use', 'An SPN is an SPN.', 'An [SPN] is an SPN.'],
  ['in the plural', 'Two SPNs exist.', 'Two [SPNs] exist.'],
  ['at the start of a sentence', 'Delegation fails.', '[Delegation] fails.'],
  ['the longest one', 'Use constrained delegation.', 'Use [constrained delegation].'],
  ['a verb is no scheme', 'They negotiate.', 'They negotiate.'],
  [
    'a part of a name is no use',
    'KDC_ERR_NONE, HTTP/KDC, RC4-HMAC',
    'KDC_ERR_NONE, HTTP/KDC, RC4-HMAC',
  ],
  ['a part of a word is no use', 'SPNEGOs realms', '[SPNEGOs] [realms]'],
  ['before a full stop and in brackets', '(KDC) PAC.', '([KDC]) [PAC].'],
  ['nothing in an empty text', '', ''],
];

for (const [name, text, expected] of ROWS) {
  test(name, () => {
    assert.equal(marked(text), expected);
  });
}

test('no more terms than allowed, over all texts of a page', () => {
  const cut = firstUses(GLOSSARY, 2);
  const found = ['KDC and SPN', 'PAC and TGT'].flatMap((text) => cut(text).filter(({ id }) => id));
  assert.deepEqual(
    found.map(({ id }) => id),
    ['kdc', 'spn'],
  );
});

test('a use in an earlier text counts', () => {
  const cut = firstUses(GLOSSARY, 6);
  cut('The KDC.');
  assert.deepEqual(cut('The KDC.'), [{ text: 'The KDC.' }]);
});

test('the pieces joined are the text', () => {
  const words = fc.constantFrom(...GLOSSARY.map(({ term }) => term), ' ', '-', '.', 's', '$&', '(');
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const text = parts.join('');
      assert.equal(
        firstUses(
          GLOSSARY,
          6,
        )(text)
          .map((piece) => piece.text)
          .join(''),
        text,
      );
    }),
  );
});
