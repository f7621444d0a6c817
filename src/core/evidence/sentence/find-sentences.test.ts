import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSentences } from './find-sentences.ts';
import { patternIndex } from './patterns.ts';

const INDEX = patternIndex([
  ['wrong-principal', 'The target principal name is incorrect'],
  ['sspi-context', 'Cannot generate SSPI context'],
  ['not-found', 'Server not found in Kerberos database'],
  ['server-named', 'Server <name> not found in Kerberos database'],
  ['client-named', 'Client <name> not found in Kerberos database'],
  ['scheme', 'unauthorized with client authentication scheme'],
  ['scheme-ntlm', "unauthorized with client authentication scheme 'Ntlm'"],
  ['headers', "client scheme '*' and header '*' received"],
  ['not-us', "The ticket isn't for us"],
  ['chinese', '由于凭据无效，访问被拒绝'],
  ['german', 'aufgrund ungültiger Anmeldeinformationen verweigert'],
  ['error-name', 'ERR_INVALID_AUTH_CREDENTIALS'],
]);

const FOUND: [name: string, text: string, expected: string[]][] = [
  ['on its own', 'Server not found in Kerberos database', ['not-found']],
  ['in capitals', 'SERVER NOT FOUND IN KERBEROS DATABASE', ['not-found']],
  [
    'after a log prefix',
    '[Thu Sep 14] [error] Server not found in Kerberos database',
    ['not-found'],
  ],
  [
    'after what log4j writes',
    '12:00:01,5 ERROR [x] Server not found in Kerberos database',
    ['not-found'],
  ],
  ['after what curl writes', '* Server not found in Kerberos database', ['not-found']],
  ['wrapped in a quoted mail', '> Server not found in\n> Kerberos database', ['not-found']],
  ['with blank lines between', 'Server not found in\r\n\r\nKerberos database', ['not-found']],
  ['with hard spaces', 'Server\u00a0not found&nbsp;in Kerberos database', ['not-found']],
  [
    'broken within a word, as an old console does',
    'Server not found in Kerb\r\neros database',
    ['not-found'],
  ],
  ['with a typographic apostrophe', 'The ticket isn’t for us', ['not-us']],
  ['with an entity for the apostrophe', 'The ticket isn&#39;t for us', ['not-us']],
  ['in Markdown', '**Server** not found in `Kerberos` database', ['not-found']],
  [
    'two in one line',
    'The target principal name is incorrect.  Cannot generate SSPI context.',
    ['wrong-principal', 'sspi-context'],
  ],
  ['with a name', 'Server HTTP/web@CONTOSO.COM not found in Kerberos database', ['server-named']],
  [
    'with a quoted name',
    "Client 'alice@CONTOSO.COM' not found in Kerberos database",
    ['client-named'],
  ],
  [
    'another before the name',
    "Server: x. Client 'a@B' not found in Kerberos database",
    ['client-named'],
  ],
  ['the longer of two', "unauthorized with client authentication scheme 'Ntlm'.", ['scheme-ntlm']],
  ['the shorter of two', "unauthorized with client authentication scheme 'Basic'.", ['scheme']],
  [
    'with anything between',
    "client scheme 'Negotiate' and header 'NTLM, Basic x' received",
    ['headers'],
  ],
  ['Chinese, with other punctuation', '由于凭据无效, 访问被拒绝。', ['chinese']],
  ['Chinese as entities', '&#30001;于凭据无效，访问被拒绝', ['chinese']],
  ['German as entities', 'aufgrund ung&uuml;ltiger Anmeldeinformationen verweigert', ['german']],
  ['a name after two colons', 'net::ERR_INVALID_AUTH_CREDENTIALS', ['error-name']],
];

for (const [name, text, expected] of FOUND) {
  void test(`found ${name}`, () => {
    assert.deepEqual(
      findSentences(text, INDEX).map(({ id }) => id),
      expected,
    );
  });
}

const NOT_FOUND: [name: string, text: string][] = [
  ['a part of the message', 'Server not found'],
  ['other words between', 'Server was not found in the Kerberos database'],
  ['the words of two paragraphs', 'Server not found\n\n\n\nin Kerberos database'],
  ['a word that is longer', 'Server not found in Kerberos databases'],
  ['two names where one belongs', 'Server a b not found in Kerberos database'],
  ['anything beyond the line', "client scheme 'Negotiate'\n and header 'NTLM' received"],
  ['anything that is too long', `client scheme '${'x '.repeat(100)}' and header 'x' received`],
];

for (const [name, text] of NOT_FOUND) {
  void test(`not found: ${name}`, () => {
    assert.deepEqual(findSentences(text, INDEX), []);
  });
}

void test('the place is that of the words, without what stands around them', () => {
  const text = '* (Server not found\n in Kerberos database).';
  const [{ at } = { at: { start: 0, end: 0 } }] = findSentences(text, INDEX);
  assert.equal(text.slice(at.start, at.end), 'Server not found\n in Kerberos database');
});
