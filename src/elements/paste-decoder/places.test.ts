/** Places are named by piece and line, and quoted with what is marked in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCase } from '../../core/index.ts';
import { letterOf } from './letters.ts';
import { Places } from './places.ts';

const SETSPN = [
  'Checking domain DC=contoso,DC=com',
  'CN=svc-old,OU=Service Accounts,DC=contoso,DC=com',
  '\tHTTP/portal.contoso.com',
  'Existing SPN found!',
].join('\n');
const CONFIG = '<processModel userName="CONTOSO\\svc" password="Secret123" />';

const texts = ['401.3', SETSPN, CONFIG];
const decoded = await openCase(texts.map((text) => ({ text })));
const places = new Places(
  decoded,
  texts.map((text, index) => ({ id: index + 1, text })),
);
const span = (source: string, text: string, part: string) => {
  const start = text.indexOf(part);
  return { source, start, end: start + part.length };
};

test('pieces have letters, past Z two of them', () => {
  assert.deepEqual([0, 1, 25, 26, 51, 52, 701, 702].map(letterOf), [
    ...['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
  ]);
});

test('a place is its letter and its line', () => {
  assert.equal(places.of(span('1', '401.3', '401.3')), 'A:1');
  assert.equal(places.of(span('2', SETSPN, 'HTTP/portal')), 'B:3');
  assert.equal(places.of(span('2', SETSPN, 'Existing')), 'B:4');
});

test('a place of several lines names the first and the last', () => {
  assert.equal(places.of({ source: '2', start: 3, end: SETSPN.length }), 'B:1-4');
});

test('an empty place and one of a source that is gone have no name', () => {
  assert.equal(places.of({ source: '2', start: 0, end: 0 }), undefined);
  assert.equal(places.of({ source: '9', start: 0, end: 3 }), undefined);
  assert.deepEqual(places.quotes([{ source: '9', start: 0, end: 3 }]), []);
});

test('what is on one line is quoted once, and marked twice', () => {
  const quotes = places.quotes([
    span('2', SETSPN, 'svc-old'),
    span('2', SETSPN, 'Service Accounts'),
    span('1', '401.3', '401.3'),
  ]);
  assert.deepEqual(
    quotes.map(({ place, cuts }) => [
      place,
      cuts.filter(({ isMarked }) => isMarked).map(({ text }) => text),
    ]),
    [
      ['B:2', ['svc-old', 'Service Accounts']],
      ['A:1', ['401.3']],
    ],
  );
});

test('a password is not quoted', () => {
  const [quote] = places.quotes([span('3', CONFIG, CONFIG)]);
  assert.doesNotMatch(quote?.cuts.map(({ text }) => text).join('') ?? '', /Secret/);
});
