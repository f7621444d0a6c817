import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Composed } from './composed.ts';

const whole = (text: string) => ({ start: 0, end: text.length });

test('pieces in another order lead back to their places', () => {
  const text = 'value: name';
  const { text: composed, original } = new Composed(text)
    .copy({ start: 7, end: 11 })
    .glue(' = ')
    .copy({ start: 0, end: 5 })
    .done();
  assert.equal(composed, 'name = value');
  assert.deepEqual(original({ start: 1, end: 3 }), { start: 8, end: 10 });
  assert.deepEqual(original({ start: 7, end: 12 }), { start: 0, end: 5 });
  assert.deepEqual(original(whole(composed)), whole(text));
});

test('glue alone stands for the piece before it', () => {
  const { original } = new Composed('a b').copy({ start: 2, end: 3 }).glue('\r\n').done();
  assert.deepEqual(original({ start: 1, end: 3 }), { start: 2, end: 3 });
});

test('what JSON.stringify writes is read back, and each character has its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const written = JSON.stringify(value);
      const { text, original } = new Composed(written)
        .unescape({ start: 1, end: written.length - 1 }, '\n')
        .done();
      assert.equal(text, value.replaceAll('\r', '\n'));
      let from = 1;
      for (let at = 0; at < text.length; at++) {
        const { start, end } = original({ start: at, end: at + 1 });
        assert.equal(start, from);
        from = end;
      }
      assert.equal(text === '' ? 1 : from, written.length - 1);
    }),
  );
});

test('a piece of a string that is cut in an escape does not throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (value, cut) => {
      const written = `${JSON.stringify(value)}\\u12`;
      const { text } = new Composed(written)
        .unescape({ start: 1, end: cut % written.length })
        .done();
      assert.equal(typeof text, 'string');
    }),
  );
});
