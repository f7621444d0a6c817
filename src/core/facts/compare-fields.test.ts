/** Fields of two tokens, aligned by path. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Field } from '../contract/decoded.ts';
import { compareFields } from './compare-fields.ts';

const AT = { start: 0, end: 0 };

function field(name: string, value?: string, ...children: Field[]): Field {
  return {
    name,
    at: AT,
    ...(value !== undefined && { value }),
    ...(children.length > 0 && { children }),
  };
}

function lines(first: Field[], second: Field[]): string[] {
  return compareFields(first, second).map(({ name, level, first: a, second: b, state }) => {
    const values = [a?.value ?? '-', b?.value ?? '-'].join(' ');
    return `${'  '.repeat(level - 1)}${name} ${values} ${state}`;
  });
}

test('fields are aligned by name, and by number where a name comes again', () => {
  const list = (...oids: string[]) =>
    field('mechTypes', undefined, ...oids.map((oid) => field('mechType', oid)));
  assert.deepEqual(lines([list('krb', 'ntlm')], [list('ntlm', 'ntlm', 'negoex')]), [
    'mechTypes - - same',
    '  mechType krb ntlm different',
    '  mechType ntlm ntlm same',
    '  mechType - negoex only-second',
  ]);
});

test('what only one has stays at its place, with all that is in it', () => {
  const first = [
    field('realm', 'A'),
    field('sname', 'HTTP/a', field('name-type', '2')),
    field('etype', '18'),
  ];
  const second = [field('realm', 'A'), field('crealm', 'B'), field('etype', '23')];
  assert.deepEqual(lines(first, second), [
    'realm A A same',
    'sname HTTP/a - only-first',
    '  name-type 2 - only-first',
    'crealm - B only-second',
    'etype 18 23 different',
  ]);
});

test('a field that is cut off is not the same as a whole one', () => {
  const cut = { ...field('realm', 'CON'), cut: true };
  assert.deepEqual(
    compareFields([cut], [field('realm', 'CON')]).map(({ state }) => state),
    ['different'],
  );
});

const named = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2'));
const leaf = named.map(([name, value]) => field(name, value));
const branch = fc
  .tuple(named, fc.array(leaf, { maxLength: 4 }))
  .map(([[name, value], children]) => field(name, value, ...children));
const trees = fc.array(fc.oneof(leaf, branch), { maxLength: 4 });
const count = (fields: readonly Field[]): number =>
  fields.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);

test('every field of both trees is in one row; a tree is the same as itself', () => {
  fc.assert(
    fc.property(trees, trees, (first, second) => {
      const rows = compareFields(first, second);
      assert.equal(rows.filter((row) => row.first).length, count(first));
      assert.equal(rows.filter((row) => row.second).length, count(second));
      assert.ok(compareFields(first, first).every(({ state }) => state === 'same'));
    }),
  );
});
