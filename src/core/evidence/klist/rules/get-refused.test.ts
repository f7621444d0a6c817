import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getRefused } from './get-refused.ts';
import { findingsOf, fixture, saidBy } from '../testing/judged.ts';

/** [name, output, what the rule says: severity, article, sentence; '' for silence] */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    'no SPN',
    fixture('get-no-spn'),
    'error spn-missing: klist got no ticket for HTTP/webserver.contoso.com: the KDC finds no account that holds this SPN (0xC000018B, STATUS_NO_TRUST_SAM_ACCOUNT).',
  ],
  [
    'no encryption type',
    fixture('get-no-etype'),
    'error rc4-disabled-etype: klist got no ticket for HOST/vm01.contoso.com: the client, the KDC and the account have no encryption type in common (0xC00002FD, STATUS_KDC_UNKNOWN_ETYPE).',
  ],
  [
    'no domain controller',
    fixture('get-no-dc'),
    'error dc-reachability: klist got no ticket for CIFS/<storageaccount>.file.preprod.core.windows.net: the client reached no domain controller (0xC000005E, STATUS_NO_LOGON_SERVERS).',
  ],
  [
    'clocks',
    'klist get HTTP/a.b\nklist failed with 0xc0000133',
    'error clock-skew: klist got no ticket for HTTP/a.b: the clocks of the client and the domain controller differ too much (0xC0000133, STATUS_TIME_DIFFERENCE_AT_DC).',
  ],
  [
    'no session',
    'klist get HTTP/a.b\nklist failed with 0xc000005f/-1073741729',
    'warning klist-guide: klist got no ticket for HTTP/a.b: this logon session has no Kerberos credentials (0xC000005F, STATUS_NO_SUCH_LOGON_SESSION).',
  ],
  [
    'no credentials',
    'klist get HTTP/a.b\nklist failed with 0x8009030e/-2146893042',
    'warning client-no-credentials: klist got no ticket for HTTP/a.b: this session has no ticket-granting ticket and no credentials to get one (0x8009030E, SEC_E_NO_CREDENTIALS).',
  ],
  [
    'only the substatus',
    'LsaCallAuthenticationPackage (GetTicket substatus): 1787',
    'error spn-missing: klist got no ticket: the KDC finds no account that holds this SPN (0x6FB, ERROR_NO_TRUST_SAM_ACCOUNT).',
  ],
  [
    'a code without a row',
    'klist get HTTP/a.b\nklist failed with 0xc0000017',
    'warning klist-guide: klist got no ticket for HTTP/a.b: no ticket was issued (0xC0000017).',
  ],
  ['sessions that may not be read', fixture('windows-sessions'), ''],
  ['tickets', fixture('windows-http'), ''],
];

for (const [name, text, said] of ROWS) {
  test(`getRefused: ${name}`, () => {
    assert.equal(saidBy(getRefused, text), said);
  });
}

test('for another service, what the KDC says of the SPN settles nothing about the site', () => {
  const refused = (spn: string) =>
    findingsOf(getRefused, `klist get ${spn}\nklist failed with 0xc000018b`)[0]?.id;
  assert.equal(refused('HTTP/a.b'), undefined);
  assert.equal(refused('cifs/a.b'), 'klist.get-refused-other-service');
});
