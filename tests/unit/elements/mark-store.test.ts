/** Marks are kept, and a browser that keeps nothing is survived and noticed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MarkStore, STORAGE_KEY } from '../../../src/elements/check-list/store.ts';

const KEPT = {
  marks: { clocks: { state: 'failed', at: '2026-11-21T06:40:12.000Z' } },
} as const;

function boxOf(values = new Map<string, string>()) {
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

function refuse(): never {
  throw new DOMException('no', 'SecurityError');
}

test('what one page writes, the next one reads', () => {
  const box = boxOf();
  new MarkStore(() => box).write(KEPT);
  const next = new MarkStore(() => box);
  assert.deepEqual(next.read(), KEPT);
  assert.equal(next.lasting, true);
});

test('what another tab wrote is seen', () => {
  const box = boxOf();
  const store = new MarkStore(() => box);
  assert.deepEqual(store.read().marks, {});
  new MarkStore(() => box).write(KEPT);
  assert.deepEqual(store.read(), KEPT);
});

test('no marks leave nothing behind', () => {
  const box = boxOf();
  const store = new MarkStore(() => box);
  store.write(KEPT);
  assert.ok(box.values.has(STORAGE_KEY));
  store.write({ marks: {} });
  assert.equal(box.values.size, 0);
});

for (const [name, box] of [
  ['blocked', refuse],
  ['full', () => ({ ...boxOf(), setItem: refuse })],
] as const) {
  test(`with storage ${name} the marks last for the visit, and the store says so`, () => {
    const store = new MarkStore(box);
    store.read();
    store.write(KEPT);
    assert.equal(store.lasting, false);
    assert.deepEqual(store.read(), KEPT);
  });
}
