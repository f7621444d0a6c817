/** No file imports itself by way of others, but where a token is read that holds a token. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { circlesIn, importGraph } from './import-graph.ts';

const IN_TOKENS = 'src/core/evidence/token/decode/';

test('a circle is found, and a line is none', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a', 'd']],
    ['d', []],
    ['e', ['a']],
  ]);
  assert.deepEqual(circlesIn(graph), [['a', 'b', 'c']]);
});

test('the only circle is the one of tokens inside tokens', () => {
  const graph = importGraph();
  assert.ok(graph.size > 300, `${graph.size} files`);
  const others = circlesIn(graph).filter(
    (circle) => !circle.every((file) => file.startsWith(IN_TOKENS)),
  );
  assert.deepEqual(others, []);
});
