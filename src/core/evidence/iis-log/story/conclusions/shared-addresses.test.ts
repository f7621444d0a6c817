/** Addresses of many people: named, unless the log has the addresses in front of the proxy. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { storyOf } from '../story.ts';
import { type Made, tableOf } from '../../testing/story-help.ts';

const many = (count: number, make: (i: number) => Made): Made[] =>
  Array.from({ length: count }, (_, i) => make(i));
const ok = (i: number, more: Made = {}): Made => ({
  ...{ outcome: 'accepted-two-legs', rows: 3, client: '10.0.0.9', user: `u${i}` },
  ...more,
});
const shared = (attempts: Made[]) =>
  storyOf(tableOf(attempts)).summary.filter((sentence) => sentence.includes('stands for'));

test('ten users and more', () => {
  assert.deepEqual(shared(many(9, (i) => ok(i))), []);
  assert.deepEqual(shared(many(12, (i) => ok(i))), [
    '10.0.0.9 stands for 12 users; log X-Forwarded-For to tell them apart (IIS Manager, Logging, Select Fields, Add Field).',
  ]);
});

test('several addresses', () => {
  const [said = ''] = shared([
    ...many(30, (i) => ok(i)),
    ...many(20, (i) => ok(i, { client: '10.0.0.8' })),
  ]);
  assert.match(said, /^10\.0\.0\.9 stands for 30 users, and 1 other address for 20 or more; log/);
});

test('one user often, names that are only tried, no names, no addresses', () => {
  assert.deepEqual(shared(many(50, () => ok(1))), []);
  assert.deepEqual(shared(many(50, (i) => ok(i, { outcome: 'password-spray' }))), []);
  assert.deepEqual(shared(many(50, () => ok(1, { user: '' }))), []);
  assert.deepEqual(shared(many(50, (i) => ok(i, { client: '' }))), []);
});

test('X-Forwarded-For is logged already', () => {
  const table = tableOf(many(50, (i) => ok(i)));
  table.isForwarded = true;
  assert.doesNotMatch(storyOf(table).summary.join(' '), /stands for/);
});
