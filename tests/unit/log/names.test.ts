/** Names by number: each kept once, bounded, and never searched for without end. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { NO_NAME, Names, OTHERS, type Spelling } from '../../../src/core/log/names.ts';

test('a name has one id, and the id has the name', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 5 }), { maxLength: 3_000 }), (list) => {
      const names = new Names();
      const ids = list.map((name) => names.idOf(name));
      assert.equal(new Set(ids).size, new Set(list).size);
      for (const [i, name] of list.entries()) {
        assert.equal(names.nameOf(ids[i] ?? NO_NAME), name);
        assert.equal(names.idOf(name), ids[i]);
        assert.equal(names.find(name), ids[i]);
      }
    }),
  );
});

test('tens of thousands of names keep their ids while the table grows', () => {
  const names = new Names();
  const list = Array.from(
    { length: 50_000 },
    (_, i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`,
  );
  const ids = list.map((name) => names.idOf(name));
  assert.equal(new Set(ids).size, list.length);
  assert.ok(!ids.includes(OTHERS));
  assert.deepEqual(
    list.map((name) => names.idOf(name)),
    ids,
  );
});

test('the empty name is no name', () => {
  const names = new Names();
  assert.equal(names.idOf(''), NO_NAME);
  assert.equal(names.find(''), NO_NAME);
  assert.equal(names.find('unknown'), undefined);
});

test('names beyond the limit are others; those known stay known', () => {
  const names = new Names(2);
  const [a, b] = [names.idOf('a'), names.idOf('b')];
  assert.equal(names.idOf('c'), OTHERS);
  assert.equal(names.idOf('d'), OTHERS);
  assert.deepEqual([names.idOf('a'), names.idOf('b')], [a, b]);
  assert.equal(names.nameOf(OTHERS), '');
});

/** A reader of bytes: it has a hash, and makes a string only when it is asked for one. */
function spelling(name: string, hash: number, asked: string[]): Spelling {
  return {
    hash,
    is: (known) => known === name,
    text() {
      asked.push(name);
      return name;
    },
  };
}

test('a name with a hash of its own is asked for its text once', () => {
  const names = new Names();
  const asked: string[] = [];
  const first = names.idOfSpelling(spelling('anna', -7, asked));
  assert.equal(names.idOfSpelling(spelling('anna', -7, asked)), first);
  assert.equal(names.find('anna'), first);
  assert.deepEqual(asked, ['anna']);
});

test('names that all have one hash end among the others', () => {
  const names = new Names();
  const ids = Array.from({ length: 5_000 }, (_, i) => names.idOfSpelling(spelling(`n${i}`, 1, [])));
  assert.ok(new Set(ids).size < 200);
  assert.equal(ids.at(-1), OTHERS);
  assert.equal(names.idOfSpelling(spelling('n0', 1, [])), ids[0]);
});
