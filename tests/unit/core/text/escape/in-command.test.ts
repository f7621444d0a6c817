/** A name from a paste never becomes part of a command line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../../../../src/core/index.ts';
import { inCommand } from '../../../../../src/core/text/escape/in-command.ts';

/** [what it is, name, what may stand in the command] */
const NAMES: readonly (readonly [string, string | undefined, string])[] = [
  ['an SPN', 'HTTP/portal.contoso.com:8080', 'HTTP/portal.contoso.com:8080'],
  ['a computer account', 'CONTOSO\\web01', 'CONTOSO\\web01'],
  ['nothing', undefined, '<name>'],
  ['an option', '-X', '<name>'],
  ['a second command', 'HTTP/x&calc', '<name>'],
  ['a pipe', 'x|more', '<name>'],
  ['a variable', '%TEMP%', '<name>'],
  ['a subexpression', '$(calc)', '<name>'],
  ['a quote', 'x"y', '<name>'],
  ['a space', 'x y', '<name>'],
  ['a line break', 'x\ncalc', '<name>'],
];

for (const [what, name, expected] of NAMES) {
  test(`${what} in a command`, () => {
    assert.equal(inCommand(name, '<name>'), expected);
  });
}

test('a host that is no host leaves its place to be filled in', async () => {
  const answer =
    'GET / HTTP/1.1\r\nHost: x&calc\r\n\r\nHTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM\r\n';
  const { findings } = await decode(answer);
  const steps = findings.flatMap(({ next = [] }) => next);
  assert.ok(steps.includes('curl -v http://<server>/'), steps.join('; '));
  assert.ok(steps.every((step) => !step.includes('calc')));
});
