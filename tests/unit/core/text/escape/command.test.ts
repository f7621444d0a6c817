/** A name from a paste never becomes part of a command line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../../../../src/core/index.ts';
import { command } from '../../../../../src/core/text/escape/command.ts';
import { commandOf, placesIn } from '../../../../../src/core/text/escape/command-template.ts';

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
  ['a splatted variable of PowerShell', '@x', '<name>'],
  ['a quote', 'x"y', '<name>'],
  ['a space', 'x y', '<name>'],
  ['a line break', 'x\ncalc', '<name>'],
  ['a place of a template', '{spn}', '<name>'],
  ['a name without an end', 'x'.repeat(201), '<name>'],
];

for (const [what, name, expected] of NAMES) {
  test(`${what} in a command`, () => {
    assert.equal(command`setspn -Q ${[name, 'name']}`, `setspn -Q ${expected}`);
  });

  test(`${what} in a command that content writes`, () => {
    const names = { spn: [name, 'name'] } as const;
    assert.equal(commandOf('setspn -Q {spn}', names), `setspn -Q ${expected}`);
  });
}

/** [what it is, name, what may stand between double quotes] */
const QUOTED: readonly (readonly [string, string, string])[] = [
  ['a site with spaces', 'Default Web Site/app', 'Default Web Site/app'],
  ['an application', 'Portal/app', 'Portal/app'],
  ['an escaped quote', 'Portal\\', '<name>'],
  ['a space at the end', 'Portal ', '<name>'],
  ['a space at the beginning', ' Portal', '<name>'],
  ['a quote', 'x" & calc "', '<name>'],
  ['a variable', '%TEMP% x', '<name>'],
  ['a subexpression', '$(calc) x', '<name>'],
  ['a line break', 'x\ncalc', '<name>'],
  ['an option', '-x y', '<name>'],
];

for (const [what, name, expected] of QUOTED) {
  test(`${what} between double quotes`, () => {
    assert.equal(command`list "${[name, 'name']}" /x`, `list "${expected}" /x`);
  });
}

test('places of a line are words in braces; the blocks of PowerShell are none', () => {
  const line =
    "Get-WinEvent -FilterHashtable @{LogName='Security'; Id=4625} | Where { $_.Id } {name}";
  assert.deepEqual(placesIn(line), ['name']);
  assert.equal(commandOf(line, {}), line.replace('{name}', '<name>'));
});

test('a host that is no host leaves its place to be filled in', async () => {
  const answer =
    'GET / HTTP/1.1\r\nHost: x&calc\r\n\r\nHTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM\r\n';
  const { findings } = await decode(answer);
  const steps = findings.flatMap(({ next = [] }) => next);
  const commands = steps.flatMap((step) => ('run' in step ? [step.run as string] : []));
  assert.ok(commands.includes('curl -v http://<server>/'), commands.join('; '));
  assert.ok(!JSON.stringify(steps).includes('calc'));
});
