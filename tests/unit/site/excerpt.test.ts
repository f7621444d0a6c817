/** What an article prints of a sample: the proof whole, long runs shortened, no file preamble. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt } from '../../../src/site/excerpt.ts';

const printed = (text: string, ...proof: { start: number; end: number }[]) =>
  excerpt(text, proof)
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join('');

test('the proof is marked where it stands', () => {
  assert.equal(printed('GET / 401 2 5 3', { start: 6, end: 13 }), 'GET / [401 2 5] 3');
});

test('overlapping proofs are marked piece by piece', () => {
  assert.equal(printed('abcd', { start: 0, end: 3 }, { start: 1, end: 2 }), '[a][b][c]d');
});

test('a run of 72 characters is printed whole, a longer one shortened', () => {
  assert.equal(printed('a'.repeat(72)), 'a'.repeat(72));
  const long = `${'a'.repeat(40)}${'b'.repeat(100)}${'c'.repeat(12)}`;
  assert.equal(printed(long), `${'a'.repeat(40)} … 100 more … ${'c'.repeat(12)}`);
});

test('only #Fields is kept of a log file’s preamble', () => {
  const log = '#Software: IIS\n#Version: 1.0\n#Date: 2026-03-02\n#Fields: date time\nrow';
  assert.equal(printed(log), '#Fields: date time\nrow');
});

test('an empty paste is nothing', () => {
  assert.equal(printed(''), '');
});
