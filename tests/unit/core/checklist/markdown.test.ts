/** The checklist as Markdown, and the little markup of its texts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stepsOf } from '../../../../src/core/checklist/steps.ts';
import { CHECKS } from '../../../../src/core/checklist/checks.ts';
import { piecesOf } from '../../../../src/core/checklist/inline.ts';
import { checksAsMarkdown, ticket } from '../../../../src/core/checklist/markdown.ts';

const AT = '2026-11-21T06:40:12.000Z';
const addressOf = (path: string) => `https://guide.contoso.com${path}`;

test('a ticket names each check with its mark, proof and article', () => {
  const text = ticket(
    CHECKS,
    {
      'client-sent': {
        state: 'passed',
        at: AT,
        finding: 'token.kerberos-present',
        says: 'The client sent a Kerberos ticket.',
      },
      'decrypting-account': {
        state: 'failed',
        at: AT,
        finding: 'token.krb-error',
        says: 'Another account holds the SPN.',
        sentence: 'svc_portal got a ticket for <b>HTTP/portal</b>',
      },
      alias: { state: 'not-applicable', at: AT },
    },
    addressOf,
  );
  const lines = text.split('\n');
  assert.equal(lines[0], '## Kerberos checklist');
  assert.equal(
    lines[2],
    '3 of 17 checks marked: 1 passed, 1 failed, 1 does not apply. To repair first: check 13.',
  );
  for (const line of [
    '1. **passed**: What did the client send?',
    '   - Proof: The client sent a Kerberos ticket. (finding token.kerberos-present, 2026-11-21 06:40 UTC)',
    '2. **open**: Does IIS offer Negotiate?',
    '9. **does not apply**: Is the name in the URL an alias?',
    '   - Marked by hand, 2026-11-21 06:40 UTC',
    '13. **failed**: Is the owner the account that decrypts?',
    String.raw`   - svc\_portal got a ticket for \<b\>HTTP/portal\</b\>`,
    '   - Read: https://guide.contoso.com/kerberos/krb-ap-err-modified/',
  ]) {
    assert.ok(lines.includes(line), `${line}\nis not in\n${text}`);
  }
});

test('a mark without words names its finding', () => {
  const marks = { clocks: { state: 'failed', at: AT, finding: 'token.gone' } } as const;
  assert.match(
    ticket(CHECKS, marks, addressOf),
    /7\. \*\*failed\*\*.*\n {3}- Proof: Finding token\.gone\./,
  );
});

test('the whole list as Markdown has every command, and no link of this guide’s own kind', () => {
  const text = checksAsMarkdown(CHECKS, addressOf);
  for (const { commands = [] } of CHECKS.map(stepsOf))
    for (const each of commands) assert.ok(text.includes(each));
  assert.equal([...text.matchAll(/^### \d+\. /gm)].length, 17);
  assert.doesNotMatch(text, /\((article|check):/);
  assert.match(text, /Go on at check 13\./);
  assert.match(text, /klist-guide\/#what-the-errors-mean/);
  assert.match(text, /\[`HOST\/` of the same name\]\(https:/);
});

const PIECES: readonly (readonly [text: string, kinds: string])[] = [
  ['plain', 'text'],
  ['`code`', 'code'],
  ['see [words](article:clock-skew).', 'text link text'],
  ['[`HOST/` too](article:default-host-spn) is', 'link text'],
  ['at [](check:alias)', 'text link'],
  ['a ` alone and [words] alone', 'text'],
];

for (const [text, kinds] of PIECES) {
  test(`${text} is ${kinds}`, () => {
    assert.equal(
      piecesOf(text)
        .map(({ kind }) => kind)
        .join(' '),
      kinds,
    );
  });
}

test('pieces lose no text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const joined = piecesOf(text)
        .map((piece) => {
          if (piece.kind === 'code') return `\`${piece.text}\``;
          return piece.kind === 'text' ? piece.text : `[${piece.text}](${piece.target})`;
        })
        .join('');
      assert.equal(joined, text);
    }),
  );
});
