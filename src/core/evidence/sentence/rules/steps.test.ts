import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spnOf } from '../../../facts/names.ts';
import { sentenceRow } from '../table.ts';
import { stepsFor, type Names } from './steps.ts';

const spn = spnOf('HTTP/web.contoso.com:8080@CONTOSO.COM');
const NAMED: Names = { ...(spn && { spn }) };

const ROWS: [name: string, id: string, names: Names, expected: string[]][] = [
  [
    'the SPN of the evidence',
    'server-not-found',
    NAMED,
    ['setspn -F -Q HTTP/web.contoso.com:8080', 'klist get HTTP/web.contoso.com:8080'],
  ],
  [
    'the usual SPN of a host',
    'server-not-found',
    { host: 'web.contoso.com' },
    ['setspn -F -Q HTTP/web.contoso.com', 'klist get HTTP/web.contoso.com'],
  ],
  [
    'a placeholder for a name not known',
    'server-not-found',
    {},
    ['setspn -F -Q <SPN>', 'klist get <SPN>'],
  ],
  [
    'a name that would be a command',
    'server-not-found',
    { host: 'a&calc' },
    ['setspn -F -Q <SPN>', 'klist get <SPN>'],
  ],
  [
    'the realm as the domain',
    'kdc-contact',
    NAMED,
    ['nslookup -type=SRV _kerberos._tcp.CONTOSO.COM'],
  ],
  ['the steps of its own', 'ticket-expired', {}, ['kinit <USER>']],
  ['no step at all', 'iis-filter', {}, []],
];

for (const [name, id, names, expected] of ROWS) {
  void test(`steps with ${name}`, () => {
    const row = sentenceRow(id);
    assert.ok(row);
    const steps = stepsFor(row, names).map((step) => ('run' in step ? step.run : step.say));
    assert.deepEqual(steps, expected);
  });
}

void test('a sentence stays a sentence', () => {
  const row = sentenceRow('http-401');
  assert.ok(row);
  const [step] = stepsFor(row, {});
  assert.ok(step && 'say' in step && step.say.startsWith('If the server is IIS'));
});
