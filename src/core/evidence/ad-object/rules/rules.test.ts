import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decode } from '../../../index.ts';
import { factBaseOf, findingsOf, lines } from '../../../case/testing/judge.ts';
import { adObject } from '../reader.ts';
import { AD_OBJECT_RULES } from './rules.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

function findings(text: string) {
  const reading = adObject.read(text, { claimed: [], inner: [], options: {} });
  assert.ok(!(reading instanceof Promise));
  return findingsOf(
    AD_OBJECT_RULES,
    factBaseOf(text, { kinds: ['ad-object'], facts: [...(reading?.facts ?? [])] }),
  );
}

const account = (...rest: string[]) => ['SamAccountName : svc-portal', ...rest].join('\n');
const ENABLED = ['enabled', 'service-account-state'];

/** [what, text, findings as id (without its kind) and article, the first one first] */
const ROWS: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['disabled', account('Enabled : False'), [['disabled', 'service-account-state']]],
  [
    'locked out',
    account('Enabled : True', 'LockedOut : True'),
    [['locked-out', 'service-account-state']],
  ],
  [
    'an expired password',
    account('PasswordExpired : True'),
    [['password-expired', 'service-account-state']],
  ],
  [
    'a password to change',
    'sAMAccountName: a\npwdLastSet: 0',
    [['must-change-password', 'service-account-state']],
  ],
  ['net user', fixture('net-user.txt'), [['locked-out', 'service-account-state']]],
  ['enabled', account('Enabled : True', 'LockedOut : False'), [ENABLED]],
  ['RC4 only', account('msDS-SupportedEncryptionTypes : 4'), [['rc4-only', 'rc4-disabled-etype']]],
  [
    'RC4 and DES',
    account('KerberosEncryptionType : {DES, RC4}'),
    [['rc4-only', 'rc4-disabled-etype']],
  ],
  ['DES only', account('msDS-SupportedEncryptionTypes : 3'), [['des-only', 'rc4-disabled-etype']]],
  [
    'DES by flag',
    account('UseDESKeyOnly : True', 'msDS-SupportedEncryptionTypes : 28'),
    [['des-only', 'rc4-disabled-etype']],
  ],
  [
    'AES',
    account('msDS-SupportedEncryptionTypes : 24'),
    [['encryption-types', 'rc4-disabled-etype']],
  ],
  [
    'the default',
    account('msDS-SupportedEncryptionTypes : 0'),
    [['encryption-types', 'rc4-disabled-etype']],
  ],
  ['other bits alone', account('msDS-SupportedEncryptionTypes : 524288'), []],
  [
    'a password from before AES keys',
    account('PasswordLastSet : 12/24/2006 10:00:00 AM', 'msDS-SupportedEncryptionTypes : 24'),
    [['no-aes-keys', 'rc4-disabled-etype']],
  ],
  [
    'unconstrained',
    account('TrustedForDelegation : True'),
    [['unconstrained-delegation', 'double-hop-checklist']],
  ],
  [
    'a domain controller may delegate by design',
    fixture('domain-controller.txt'),
    [['encryption-types', 'rc4-disabled-etype'], ENABLED],
  ],
  [
    'constrained',
    account('msDS-AllowedToDelegateTo : {MSSQLSvc/sql01}'),
    [['constrained-delegation', 'kcd-rbcd']],
  ],
  [
    'with protocol transition',
    account('msDS-AllowedToDelegateTo : {MSSQLSvc/sql01}', 'TrustedToAuthForDelegation : True'),
    [['protocol-transition', 'protocol-transition-s4u']],
  ],
  [
    'resource-based',
    account('PrincipalsAllowedToDelegateToAccount : {CN=svc-web,DC=contoso,DC=com}'),
    [['resource-based-delegation', 'kcd-rbcd']],
  ],
  ['sensitive', account('AccountNotDelegated : True'), [['not-delegated', 'double-hop-checklist']]],
  [
    'no delegation',
    account('TrustedForDelegation : False', 'msDS-AllowedToDelegateTo : {}'),
    [['no-delegation', 'kcd-rbcd']],
  ],
  [
    'PowerView',
    fixture('powerview.txt'),
    [
      ['protocol-transition', 'protocol-transition-s4u'],
      ['encryption-types', 'rc4-disabled-etype'],
      ['spns', 'setspn-guide'],
      ENABLED,
    ],
  ],
  ['a list that is cut off', fixture('wrapped.txt'), [['spns-cut-off', 'setspn-guide']]],
  ['HTTP names', account('ServicePrincipalNames : {HTTP/portal}'), [['spns', 'setspn-guide']]],
  [
    'HOST names',
    account('ServicePrincipalNames : {HOST/web01}'),
    [['host-names', 'default-host-spn']],
  ],
  ['no names', account('ServicePrincipalNames : {}'), [['spns', 'setspn-guide']]],
  [
    'who may fetch the password',
    account('PrincipalsAllowedToRetrieveManagedPassword : {CN=WEB01,DC=contoso,DC=com}'),
    [['password-readers', 'gmsa-app-pool']],
  ],
  [
    'two owners',
    'sAMAccountName: a\nservicePrincipalName: HTTP/x\nsAMAccountName: b\nservicePrincipalName: HTTP/x',
    [
      ['duplicate-spn', 'spn-duplicate'],
      ['spns', 'setspn-guide'],
      ['spns', 'setspn-guide'],
    ],
  ],
];

for (const [what, text, expected] of ROWS) {
  test(what, () => {
    assert.deepEqual(
      findings(text).map(({ id, article }) => [id.replace('ad-object.', ''), article]),
      expected,
    );
  });
}

/** [text, check, state; `half` for what is known only] */
const SETTLED: readonly (readonly [string, string, string])[] = [
  [account('msDS-SupportedEncryptionTypes : 4'), 'encryption-type', 'failed'],
  [account('UseDESKeyOnly : True'), 'encryption-type', 'failed'],
  [account('msDS-SupportedEncryptionTypes : 28'), 'encryption-type', 'half'],
  [account('ServicePrincipalNames : {HTTP/portal}'), 'one-owner', 'half'],
  [fixture('wrapped.txt'), 'one-owner', 'half'],
  [fixture('powerview.txt'), 'second-hop', 'half'],
  [account('Enabled : False'), 'decrypting-account', 'unknown'],
];

for (const [text, check, state] of SETTLED) {
  test(`${check} is ${state}: ${text.slice(-60)}`, async () => {
    const { checks } = await decode(text);
    const found = checks.find(({ id }) => id === check);
    assert.equal(found?.known === undefined ? found?.state : 'half', state);
  });
}

test('the SPNs of a listing meet the configuration of a site', async () => {
  const listing =
    'DistinguishedName : CN=svc-old,DC=contoso,DC=com\nSamAccountName : svc-old\nServicePrincipalNames : {HTTP/portal.contoso.com}\n';
  const config =
    '<windowsAuthentication enabled="true" useKernelMode="true" useAppPoolCredentials="false" />';
  const { findings: found } = await decode(`${listing}\n${config}`);
  assert.equal(found[0]?.id, 'case.other-account-decrypts');
});

test('names from a listing get into no command unless they are harmless', () => {
  const text =
    'sAMAccountName: a&calc\nuserAccountControl: 514\nservicePrincipalName: HTTP/a&calc\nmsDS-SupportedEncryptionTypes: 4';
  const steps = findings(text).flatMap(({ next }) => lines(next));
  assert.ok(steps.length > 3);
  for (const step of steps) assert.doesNotMatch(step, /calc/);
});
