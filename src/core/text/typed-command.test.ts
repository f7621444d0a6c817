import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertLinear } from '../../../tests/unit/linear.ts';
import { commandPattern } from './typed-command.ts';

const PATTERN = commandPattern('nltest|netdom');

/** [line, what comes after the name; '' for nothing, undefined for no command] */
const ROWS: readonly (readonly [string, string | undefined])[] = [
  ['nltest /sc_verify:contoso.com', '/sc_verify:contoso.com'],
  ['C:\\>nltest.exe /query', '/query'],
  ['PS C:\\Users\\alice> Nltest /query', '/query'],
  ['*Evil-WinRM* PS C:\\Windows> nltest /domain_trusts', '/domain_trusts'],
  ['[root@web ~]# netdom query fsmo', 'query fsmo'],
  ['C:\\Windows\\System32\\nltest.exe /query', '/query'],
  ['C:\\>"C:\\Windows\\System32\\nltest.exe" /query', '/query'],
  ['nltest', ''],
  ['`nltest` /query', '/query'],
  ['Run nltest /query first', undefined],
  ['mynltest /query', undefined],
  ['nltests /query', undefined],
  ['The answer of nltest', undefined],
];

for (const [line, rest] of ROWS) {
  test(line, () => {
    const found = PATTERN.exec(line);
    assert.equal(found === null ? undefined : (found[1] ?? ''), rest);
  });
}

test('time grows with the length', async () => {
  for (const piece of ['a>', 'C:\\', 'nltest ', '> nltest']) {
    await assertLinear(piece, (text) => PATTERN.test(text));
  }
});
