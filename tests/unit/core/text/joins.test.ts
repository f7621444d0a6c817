/** What tools, languages and mail programs put between the pieces of one text. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { joinEnd, nextLiteral } from '../../../../src/core/text/joins.ts';

const ROWS: [name: string, join: string][] = [
  ['a line break', '\r\n'],
  ['a folded header', '\r\n    '],
  ['a quoted mail', '\n> '],
  ['a mail quoted twice', '\n> > '],
  ['quoted-printable', '=\r\n'],
  ['quoted-printable, quoted', '=\n> '],
  ["curl's offsets", '\n0061: '],
  ['C#', '" +\r\n    "'],
  ['C#, verbatim', '" +\r\n    @"'],
  ['JavaScript', "'\n  + '"],
  ['Python', '"\n         "'],
  ['Python, bytes', "'\n  b'"],
  ['PHP', "' .\n '"],
  ['Visual Basic', '" & _\r\n  "'],
  ['C and Wireshark', '" \\\n"'],
  ['a shell', '\\\n'],
  ['PowerShell', '`\n'],
  ['an escaped line break', '\\r\\n'],
  ['a percent-encoded blank', '%20'],
  ['a zero-width space', '\u200b'],
];

for (const [name, join] of ROWS) {
  test(`${name} joins`, () => {
    const text = `YIIL${join}cAYG`;
    assert.equal(joinEnd(text, 4), 4 + join.length);
  });
}

const ENDS: [name: string, text: string][] = [
  ['a comma', '", "next"'],
  ['a colon', ': x'],
  ['a closing quote', '" and'],
  ['a slash', '/x'],
  ['padding', '== '],
  ['nothing', ''],
];

for (const [name, text] of ENDS) {
  test(`${name} does not join`, () => {
    assert.equal(joinEnd(text, 0), 0);
  });
}

test('the next literal starts behind its quote, whatever is in it', () => {
  const text = '"\\x60" \\\n"\\x0a"';
  assert.equal(nextLiteral(text, 5), text.indexOf('"', 8) + 1);
  assert.equal(nextLiteral('"a", "b"', 2), 2);
});

test('a join goes forward, and never beyond the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(40), fc.nat(40), (text, start, room) => {
      const from = Math.min(start, text.length);
      const limit = Math.min(text.length, from + room);
      const end = joinEnd(text, from, limit);
      assert.ok(end >= from && end <= limit);
    }),
  );
});
