/** Tokens and messages belong together within one source only. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Message, Token } from '../../contract/decoded.ts';
import { factBaseOf } from '../testing/judge.ts';
import { messagesBySource, requestBefore, tokensIn } from './exchange.ts';

const token = (start: number, message: string, source?: string): Token => ({
  bytes: 10,
  complete: true,
  layers: [],
  at: { start, end: start + 10, ...(source !== undefined && { source }) },
  fields: [],
  kerberos: { message },
});
const answerAt = (start: number, end: number, source?: string): Message => ({
  direction: 'response',
  at: { start, end, ...(source !== undefined && { source }) },
});

const answer = token(50, 'KRB-ERROR', '2');

/** [what, tokens before the answer, the index of its request] */
const REQUESTS: readonly (readonly [string, readonly Token[], number])[] = [
  ['the last one before it', [token(0, 'AP-REQ', '2'), token(20, 'AP-REQ', '2')], 1],
  ['none of another source', [token(0, 'AP-REQ', '1')], -1],
  ['none after it', [token(80, 'AP-REQ', '2')], -1],
  ['none that a server sent', [token(0, 'AP-REP', '2')], -1],
];

for (const [what, tokens, expected] of REQUESTS) {
  test(`the request of an answer is ${what}`, () => {
    const facts = factBaseOf('', { tokens: [...tokens, answer] });
    assert.equal(requestBefore(facts, answer), tokens[expected]);
  });
}

test('tokens in a message are those of its own source and range', () => {
  const inside = token(10, 'AP-REQ', '1');
  const tokens = [inside, token(10, 'AP-REQ', '2'), token(95, 'AP-REQ', '1')];
  assert.deepEqual(tokensIn(factBaseOf('', { tokens }), answerAt(0, 100, '1')), [inside]);
});

test('without sources, places alone decide', () => {
  const tokens = [token(10, 'AP-REQ')];
  assert.deepEqual(tokensIn(factBaseOf('', { tokens }), answerAt(0, 100)), tokens);
});

test('messages are told apart by source', () => {
  const [a, b, c] = [answerAt(0, 9, '1'), answerAt(0, 9, '2'), answerAt(20, 29, '1')];
  assert.deepEqual(messagesBySource(factBaseOf('', { messages: [a, b, c] })), [[a, c], [b]]);
});
