/** The drawing of who owns a name and who decrypts: no more than what was decided. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decoded, Finding } from '../contract/decoded.ts';
import type { Fit, SiteCell, SiteRow } from '../contract/site.ts';
import { ownerDrawing } from './owner-drawing.ts';

const SPN = 'HTTP/portal.contoso.com';
const cell = (value?: string): SiteCell => ({ ...(value !== undefined && { value }), at: [] });

function row(owner: string | undefined, decrypts: string | undefined, fit: Fit): SiteRow {
  return {
    name: cell('portal.contoso.com'),
    spn: cell(SPN),
    owner: cell(owner),
    decrypts: cell(decrypts),
    etypes: { owner: cell(), ticket: cell() },
    protection: { expected: cell(), actual: cell() },
    fit: { owner: fit, etypes: 'not-known', protection: 'not-known' },
    status: fit,
    reasons: [],
  };
}

function finding(id: string, severity: Finding['severity']): Finding {
  return {
    id,
    severity,
    title: `About ${SPN}.`,
    article: '/kerberos/spn-identity-match/',
    evidence: [],
  };
}

function drawn(made: SiteRow, verdict?: Finding) {
  const site = [{ site: 'Portal', rows: [made], repairs: [], caveat: '' }];
  return ownerDrawing({ site, findings: verdict ? [verdict] : [] } as unknown as Decoded);
}

const ROWS: readonly [string, SiteRow, Finding | undefined, string | undefined][] = [
  ['the table proves one account', row('svc-a', 'svc-a', 'fits'), undefined, 'same'],
  ['the table proves two accounts', row('svc-a', 'svc-b', 'does-not-fit'), undefined, 'different'],
  ['the table leaves it open', row('CN=svc-a', 'svc-b', 'not-known'), undefined, 'open'],
  [
    'the verdict answers',
    row('CN=svc-a', 'svc-b', 'not-known'),
    finding('case.other-account-decrypts', 'error'),
    'different',
  ],
  ['nobody is known to decrypt', row('svc-a', undefined, 'not-known'), undefined, 'open'],
  ['a duplicate', row('svc-a, svc-b', 'svc-b', 'does-not-fit'), undefined, 'open'],
  [
    'the verdict says that the ticket was accepted',
    row('svc-a', 'svc-b', 'does-not-fit'),
    finding('http.accepted', 'ok'),
    'open',
  ],
  ['no account owns the name', row('none', 'svc-b', 'does-not-fit'), undefined, undefined],
  ['the pool has no account', row('svc-a', 'no account', 'does-not-fit'), undefined, undefined],
  ['neither account is known', row(undefined, undefined, 'not-known'), undefined, undefined],
];

for (const [name, made, verdict, ends] of ROWS) {
  test(`the drawing ends: ${name}`, () => {
    assert.equal(drawn(made, verdict)?.ends, ends);
  });
}

test('a case without a site has no drawing', () => {
  assert.equal(ownerDrawing({ findings: [] } as unknown as Decoded), undefined);
});
