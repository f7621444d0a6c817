import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decided } from '../../../../../tests/unit/decided.ts';

const LSA = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa';
const value = (name: string, number: number, key = LSA) =>
  `${key}\n    ${name}    REG_DWORD    0x${number.toString(16)}\n`;
const HTTP = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';
const MSV = `${LSA}\\MSV1_0`;
const KERBEROS =
  'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System\\Kerberos\\Parameters';
const ZONES = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings';

/** [what, text, severity and article, checks, words of the verdict] */
const ROWS: readonly (readonly [string, string, string, string, RegExp])[] = [
  [
    'NTLMv1',
    value('LmCompatibilityLevel', 1),
    'warning ntlm-disabled-or-blocked',
    'client-sent known',
    /is 1: this computer sends LM and NTLMv1/,
  ],
  [
    'NTLMv2',
    value('LmCompatibilityLevel', 5),
    'info registry-reference',
    'client-sent known',
    /NTLMv2 only/,
  ],
  [
    'NTLM is not sent',
    value('RestrictSendingNTLMTraffic', 2, MSV),
    'warning ntlm-disabled-or-blocked',
    'client-sent known',
    /sends NTLM to no server/,
  ],
  [
    'NTLM is audited',
    value('RestrictSendingNTLMTraffic', 1, MSV),
    'info ntlm-disabled-or-blocked',
    'client-sent known',
    /records its NTLM/,
  ],
  [
    'NTLM is refused',
    value('RestrictReceivingNTLMTraffic', 1, MSV),
    'warning ntlm-disabled-or-blocked',
    'client-sent known',
    /refuses NTLM of domain accounts/,
  ],
  [
    'the loopback check is off',
    value('DisableLoopbackCheck', 1),
    'warning loopback-check',
    'two-machines known',
    /off for every name/,
  ],
  [
    'the loopback check is on',
    value('DisableLoopbackCheck', 0),
    'info loopback-check',
    'two-machines known',
    /is on/,
  ],
  [
    'names for itself',
    `${MSV}\n    BackConnectionHostNames    REG_MULTI_SZ    portal.contoso.com\\0www.contoso.com\n`,
    'info loopback-check',
    'two-machines known',
    /is portal\.contoso\.com, www\.contoso\.com: these names are exempt/,
  ],
  [
    'AES only',
    value('SupportedEncryptionTypes', 24, KERBEROS),
    'info rc4-disabled-etype',
    'encryption-type known',
    /AES128, AES256/,
  ],
  [
    'no AES',
    value('SupportedEncryptionTypes', 7, KERBEROS),
    'warning rc4-disabled-etype',
    'encryption-type known',
    /DES-CBC-CRC, DES-CBC-MD5, RC4; without AES/,
  ],
  [
    'large headers',
    value('MaxFieldLength', 65534, HTTP),
    'info http-400-header-too-long',
    'header-size known',
    /65,534 bytes in one header/,
  ],
  [
    'small headers',
    value('MaxRequestBytes', 8192, HTTP),
    'warning http-400-header-too-long',
    'header-size known',
    /less than the default/,
  ],
  [
    'an old token size',
    value('MaxTokenSize', 12000, `${LSA}\\Kerberos\\Parameters`),
    'warning token-bloat-groups',
    'header-size known',
    /is 12000/,
  ],
  [
    'the security log was full',
    value('CrashOnAuditFail', 2),
    'error security-log-full',
    '',
    /only administrators/,
  ],
  [
    'no channel binding',
    value('SuppressExtendedProtection', 1),
    'warning extended-protection-401',
    '',
    /no channel binding token/,
  ],
  [
    'a zone',
    `${ZONES}\\ZoneMap\\Domains\\contoso.com\\portal\n    https    REG_DWORD    0x1\n`,
    'info zones-and-allowlists',
    'browser-answers known',
    /portal\.contoso\.com is in the zone Local intranet/,
  ],
  [
    'a zone by policy',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\ZoneMapKey\n    https://portal.contoso.com    REG_SZ    2\n',
    'info zones-and-allowlists',
    'browser-answers known',
    /https:\/\/portal\.contoso\.com is in the zone Trusted sites/,
  ],
  [
    'the logon option of a zone',
    `${ZONES}\\Zones\\1\n    1A00    REG_DWORD    0x10000\n`,
    'info zones-and-allowlists',
    'browser-answers known',
    /is asked in this zone/,
  ],
  [
    'several at their default',
    `${value('RestrictSendingNTLMTraffic', 0, MSV)}${value('RestrictReceivingNTLMTraffic', 0, MSV)}`,
    'info registry-reference',
    '',
    /not set or have their default: RestrictSending/,
  ],
];

for (const [name, text, verdict, checks, words] of ROWS) {
  test(name, async () => {
    const { findings, first, checks: settled } = await decided(text);
    const [severity, id = '', article] = (findings[0] ?? '').split(' ');
    assert.match(id, /^registry\./, findings.join('\n'));
    assert.equal(`${severity ?? ''} ${article ?? ''}`, verdict);
    assert.equal(settled, checks);
    assert.match(first?.title ?? '', words);
  });
}

test('the report of SQLCheck', async () => {
  const file = new URL('../fixtures/sqlcheck.txt', import.meta.url);
  const { findings } = await decided(readFileSync(file, 'utf8'));
  assert.deepEqual(findings, [
    'info registry.value loopback-check',
    'info registry.value rc4-disabled-etype',
    'info registry.defaults registry-reference',
    'info registry.suggested-spn setspn-guide',
    'info registry.listed-spns setspn-guide',
  ]);
});

test('a duplicate in the report of SQLCheck', async () => {
  const { findings, checks } = await decided(
    'Account     SPN                       Has Duplicates\n----------  ------------------------  --------------\nsvc-portal  HTTP/portal.contoso.com   True          \n',
  );
  assert.equal(findings[0], 'error registry.duplicate-spn spn-duplicate');
  assert.equal(checks, 'one-owner failed');
});

test('hostile names stay out of the commands', async () => {
  const { first } = await decided(
    'HKEY_LOCAL_MACHINE\\SYSTEM\\a&calc\\Control\\Lsa\n    LmCompatibilityLevel    REG_DWORD    0x1\n',
  );
  for (const step of first?.next ?? []) if ('run' in step) assert.doesNotMatch(step.run, /calc/);
});
