import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seenSentence } from './seen.ts';

const TEXTS: [name: string, text: string, expected: boolean][] = [
  ['a message', 'The target principal name is incorrect.', true],
  ['a message between log rows', '2024-01-01 10:00:00 x\n[error] Ticket expired\n', true],
  ['a message that wraps', 'Server\nnot found', true],
  ['a name of Chromium', 'net::ERR_INVALID_AUTH_CREDENTIALS', true],
  ['Japanese', '無効な資格情報により、アクセスが拒否されました。', true],
  ['Russian', 'Запрос HTTP не разрешен', true],
  ['a token', 'TlRMTVNTUAABAAAAl4II4gAAAAAAAAAAAAAAAAAAAAAGAbEdAAAADw==', false],
  ['a code', '0x80090322', false],
  ['a substatus with its code', '401 1 2148074254', false],
  ['nothing', '', false],
];

for (const [name, text, expected] of TEXTS) {
  void test(`${name}: ${expected ? 'may hold' : 'holds no'} message`, () => {
    assert.equal(seenSentence(text), expected);
  });
}
