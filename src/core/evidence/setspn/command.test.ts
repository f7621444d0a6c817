import assert from 'node:assert/strict';
import test from 'node:test';
import { spelled } from '../../facts/names.ts';
import { commandOf } from './command.ts';

/** [line, mode, SPN or pattern, account, forest] */
const ROWS: readonly (readonly [string, string, string, string, boolean])[] = [
  ['setspn -Q HTTP/portal', 'Q', 'HTTP/portal', '', false],
  ['setspn -F -Q HTTP/portal', 'Q', 'HTTP/portal', '', true],
  ['C:\\Windows\\System32>setspn.exe /q http/portal:8080', 'Q', 'HTTP/portal:8080', '', false],
  ['PS C:\\> setspn -T contoso.com -F -Q */web01', 'Q', '*/web01', '', true],
  ['PS C:\\&gt; & setspn -L CONTOSO\\svc', 'L', '', 'CONTOSO\\svc', false],
  ['setspn svc-portal', 'L', '', 'svc-portal', false],
  ['setspn -U -S HTTP/portal svc-portal', 'S', 'HTTP/portal', 'svc-portal', false],
  ['setspn -A "HTTP/portal" "CONTOSO\\svc"', 'A', 'HTTP/portal', 'CONTOSO\\svc', false],
  ['SetSPN -d "MSSQLSvc/db`:1433" web01$', 'D', 'MSSQLSVC/db:1433', 'web01$', false],
  ['setspn -R web01', 'R', '', 'web01', false],
  ['setspn -X -P', 'X', '', '', false],
  ['setspn -L svc | findstr HTTP', 'L', '', 'svc', false],
];

for (const [line, mode, name, account, isForest] of ROWS) {
  void test(line, () => {
    const found = commandOf(line);
    const spn = found?.spn ? spelled(found.spn) : (found?.pattern ?? '');
    assert.deepEqual(
      [found?.mode, spn, found?.account?.written ?? '', found?.isForest],
      [mode, name, account, isForest],
    );
  });
}

for (const line of [
  'Use setspn -L to list them',
  'setspn',
  'setspn registers names in the directory',
  'the setspn tool',
  'mysetspn -Q HTTP/portal',
]) {
  void test(`no command: ${line}`, () => {
    assert.equal(commandOf(line), undefined);
  });
}
