/** A log as text to take along: nothing a spreadsheet would run. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LogEntry } from '../../../src/core/contract/decoded.ts';
import { asCsv } from '../../../src/elements/paste-decoder/log-text.ts';

const at = { start: 0, end: 1 };
const entry = (parts: Partial<LogEntry>): LogEntry => ({
  line: 1,
  status: 401,
  at,
  fields: [],
  ...parts,
});

test('a row has its columns in the order of the head, empty where it has none', () => {
  const row = entry({
    line: 7,
    time: '2026-03-02T08:15:02Z',
    clientIp: '10.0.0.7',
    user: 'CONTOSO\\alex',
    method: 'GET',
    uri: '/app/',
    substatus: 1,
    win32: 2148074252,
    substatusName: 'Logon failed',
    win32Name: 'SEC_E_LOGON_DENIED',
    timeTaken: 21,
  });
  assert.equal(
    asCsv([row]),
    'line,time,c-ip,cs-username,cs-method,cs-uri-stem,sc-status,sc-substatus,sc-win32-status,substatus name,win32 name,time-taken,recovered\r\n' +
      '7,2026-03-02T08:15:02Z,10.0.0.7,CONTOSO\\alex,GET,/app/,401,1,2148074252,Logon failed,SEC_E_LOGON_DENIED,21,\r\n',
  );
});

/** [user name, its cell] */
const CELLS: [string, string][] = [
  ['anna', 'anna'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['+49', "'+49"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', '"\t\'=1"'],
  ['a;=cmd()', '"a;\'=cmd()"'],
  ['\uff1d1', "'\uff1d1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
];

for (const [user, cell] of CELLS) {
  test(`${JSON.stringify(user)} is written as ${JSON.stringify(cell)}`, () => {
    assert.ok(asCsv([entry({ user })]).includes(`1,,,${cell},,,401`));
  });
}

/** Reads what RFC 4180 describes. */
function parse(csv: string): string[][] {
  return csv
    .slice(0, -2)
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((line) =>
      line
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
}

test('any names come back as they were, but for the apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (user, uri) => {
      const [, cells = []] = parse(asCsv([entry({ user, uri })]));
      assert.equal(cells.length, 13);
      for (const [value, cell = ''] of [
        [user, cells[3]],
        [uri, cells[5]],
      ] as const) {
        const before = /(^|[;\t\r\n,])(\s*)'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
        assert.equal(cell.replace(before, '$1$2'), value.replace(before, '$1$2'));
        assert.doesNotMatch(cell, /(?:^|[;\t\r\n,])\s*[=+\-@]/);
      }
    }),
  );
});
