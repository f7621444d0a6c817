/** Names by number: each kept once, and bounded. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { NO_NAME, Names, OTHERS } from './attempts/name-table.ts';

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
