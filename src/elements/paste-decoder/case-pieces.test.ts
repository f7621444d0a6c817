/** The pieces on the page: what a long paste takes the place of comes back when it is removed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf } from '../../core/index.ts';
import { CasePieces, placeIn, shownSpan, shownText, textAt } from './case-pieces.ts';

const LONG = { text: '', files: [new File(['long'], 'pasted text')], isPaste: true } as const;

test('a long paste is added, and an empty piece gives way to it', () => {
  const pieces = new CasePieces();
  pieces.add(LONG);
  assert.deepEqual(
    pieces.all.map(({ isPaste }) => isPaste),
    [true],
  );
  pieces.remove(0);
  assert.deepEqual(
    pieces.all.map(({ text }) => text),
    [''],
  );
  assert.ok(pieces.isEmpty);
});

test('a long paste beside a text leaves it alone', () => {
  const pieces = new CasePieces();
  pieces.write('401.2');
  pieces.add(LONG);
  assert.equal(pieces.activeIndex, 1);
  pieces.remove(1);
  assert.equal(pieces.active.text, '401.2');
});

test('what a long paste takes the place of comes back', () => {
  const pieces = new CasePieces();
  pieces.write('401.2');
  pieces.replace(LONG);
  pieces.replace(LONG);
  assert.equal(pieces.all.length, 1);
  pieces.remove(0);
  assert.equal(pieces.active.isPaste, true);
  pieces.remove(0);
  assert.equal(pieces.active.text, '401.2');
});

test('a piece that is not there any more is not removed', () => {
  const pieces = new CasePieces();
  pieces.write('401.2');
  pieces.remove(pieces.indexOf(99));
  assert.equal(pieces.active.text, '401.2');
});

test('places of a piece and of what is shown of it lead to each other', () => {
  const text = `${'filler\n'.repeat(50_000)}the proof\n${'filler\n'.repeat(50_000)}`;
  const at = { start: text.indexOf('the proof'), end: text.indexOf('the proof') + 9 };
  const pieces = new CasePieces();
  pieces.add(LONG);
  pieces.excerpt(pieces.active.id, excerptOf(text, [at]));
  const { active } = pieces;
  const shown = shownSpan(active, at);
  assert.equal(shownText(active).slice(shown?.start, shown?.end), 'the proof');
  assert.equal(placeIn(active, shown?.start ?? -1), at.start);
  assert.equal(textAt(active, at), 'the proof');
  assert.equal(textAt(active, { start: text.length - 7, end: text.length - 1 }), '');
});

test('of a text that is edited everything is shown', () => {
  const pieces = new CasePieces();
  pieces.write('401.2');
  assert.equal(textAt(pieces.active, { start: 0, end: 3 }), '401');
  assert.equal(placeIn(pieces.active, 4), 4);
});
