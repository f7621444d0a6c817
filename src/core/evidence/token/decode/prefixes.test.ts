/**
 * Every prefix of every fixture: it decodes, its fields cover it, and a longer prefix never shows
 * less. A value of a prefix is there, equal or longer, in every longer prefix.
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Field, Token } from '../../../contract/decoded.ts';
import { bytesOf, decodeBytes, FIXTURES, gapsIn } from '../testing/fixtures.ts';

/** Values by where they stand: names from the top, each with its count among its like. */
function shown(
  fields: readonly Field[],
  path = '',
  into = new Map<string, string>(),
): Map<string, string> {
  const seen = new Map<string, number>();
  for (const { name, value, children } of fields) {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const here = `${path}/${name}${count > 0 ? `#${count}` : ''}`;
    if (value !== undefined) into.set(here, value);
    if (children) shown(children, here, into);
  }
  return into;
}

/** The summary, flattened: `kerberos.ticket.etype` and so on. */
function told(
  json: unknown,
  path: string,
  into = new Map<string, unknown>(),
): Map<string, unknown> {
  if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) told(value, `${path}.${key}`, into);
  } else if (json !== undefined) {
    into.set(path, json);
  }
  return into;
}

const summary = ({ layers, spnego, kerberos, ntlm }: Token) =>
  told({ layers, spnego, kerberos, ntlm }, '');

const continues = (shorter: unknown, longer: unknown) =>
  shorter === longer ||
  (typeof shorter === 'string' && typeof longer === 'string' && longer.startsWith(shorter));

for (const { name, base64 } of FIXTURES) {
  test(`every prefix of ${name}`, () => {
    const bytes = bytesOf(base64);
    let values = new Map<string, string>();
    let facts = new Map<string, unknown>();
    for (let length = 0; length <= bytes.length; length++) {
      const { token } = decodeBytes(bytes.subarray(0, length));
      assert.deepEqual(gapsIn(token.fields, length), [], `${length} bytes`);
      const now = shown(token.fields);
      const nowFacts = summary(token);
      for (const [path, value] of values) {
        assert.ok(
          continues(value, now.get(path)),
          `${length}: ${path} was ${value}, is ${now.get(path) ?? 'gone'}`,
        );
      }
      for (const [path, value] of facts) {
        assert.ok(continues(value, nowFacts.get(path)), `${length}: ${path} was ${String(value)}`);
      }
      values = now;
      facts = nowFacts;
    }
  });
}

test('a token that announces its length is whole only when it is all there', () => {
  for (const { name, base64 } of FIXTURES) {
    const bytes = bytesOf(base64);
    const { token: whole } = decodeBytes(bytes);
    if (whole.expectedBytes !== bytes.length) continue;
    for (let length = 1; length < bytes.length; length++) {
      const { token } = decodeBytes(bytes.subarray(0, length));
      // A bare type 1 message of 16 bytes is as legal as a longer one.
      if (whole.ntlm?.type === 1 && length === 16) continue;
      assert.equal(token.complete, false, `${name}, ${length} bytes`);
    }
  }
});
