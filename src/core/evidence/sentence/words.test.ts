import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Words } from './words.ts';

function wordsOf(text: string): string[] {
  const words = new Words(text);
  const found: string[] = [];
  while (words.next()) found.push(text.slice(words.start, words.end));
  return found;
}

function hashOf(text: string): number {
  const words = new Words(text);
  words.next();
  return words.hash;
}

const SPLIT: [text: string, expected: string[]][] = [
  ['The ticket isn’t for us.', ['The', 'ticket', 'isn', 't', 'for', 'us']],
  ['gss_init_sec_context() failed', ['gss', 'init', 'sec', 'context', 'failed']],
  ['isn&#39;t&nbsp;it', ['isn', 't', 'it']],
  ['ung&uuml;ltig', ['ung&uuml;ltig']],
  ['由于凭据无效，访问', ['由', '于', '凭', '据', '无', '效', '访', '问']],
  ['HTTP 请求x', ['HTTP', '请', '求', 'x']],
  ['x'.repeat(70), ['x'.repeat(64), 'xxxxxx']],
  ['&', []],
  ['', []],
];

for (const [text, expected] of SPLIT) {
  void test(`the words of "${text.slice(0, 30)}"`, () => {
    assert.deepEqual(wordsOf(text), expected);
  });
}

const SAME: [string, string][] = [
  ['ungültig', 'UNGÜLTIG'],
  ['ungültig', 'ung&uuml;ltig'],
  ['ungültig', 'ung&#252;ltig'],
  ['ungültig', 'ung&#xFC;ltig'],
  ['ungültig', 'ungu\u0308ltig'],
  ['ungültig', 'ungultig'],
  ['(401)', '（４０１）'],
];

for (const [one, other] of SAME) {
  void test(`"${one}" and "${other}" are one word`, () => {
    assert.equal(hashOf(one), hashOf(other));
  });
}

void test('a word that a line end cut in two has the hash of the whole', () => {
  const words = new Words('authenti\ncation');
  words.next();
  words.next(words.text.length, words.hash);
  assert.equal(words.hash, hashOf('authentication'));
  assert.equal(words.lines, 1);
});
